import type { Knob } from './number-knobs'

/** What the figures are of, where a network or a position is asked about: a month's reward of one device. */
export type HonestyFigures = {
  name: string
  /** its page */
  href: string
  rewardUsd: number
  /** YYYY-MM */
  month: string
  /** whose average the reward is */
  basis: string
}

/** The figures of the inspection game, dollars a period and shares. */
const general: readonly Knob[] = [
  {
    key: 'gain',
    label: 'A false report earns',
    unit: 'USD',
    min: 0.001,
    max: 100_000,
    step: 0.5,
    initial: 40,
    isLog: true,
  },
  {
    key: 'bond',
    label: 'Bond lost when found out',
    unit: 'USD',
    min: 0,
    max: 1_000_000,
    step: 5,
    initial: 300,
    isLog: true,
  },
  {
    key: 'detection',
    label: 'An audit finds it with chance',
    min: 0.01,
    max: 1,
    step: 0.01,
    initial: 0.9,
    isShare: true,
  },
  {
    key: 'audit',
    label: 'An audit costs',
    unit: 'USD',
    min: 0.001,
    max: 10_000,
    step: 0.5,
    initial: 5,
    isLog: true,
  },
  {
    key: 'harm',
    label: 'An undetected one costs the network',
    unit: 'USD',
    min: 0.001,
    max: 100_000,
    step: 0.5,
    initial: 60,
    isLog: true,
  },
  {
    key: 'share',
    label: 'Share of a lost bond the network keeps',
    min: 0,
    max: 1,
    step: 0.01,
    initial: 0,
    isShare: true,
  },
  {
    key: 'rate',
    label: 'Announced audit rate',
    hint: 'To which the network binds itself',
    min: 0.01,
    max: 1,
    step: 0.01,
    initial: 0.1,
    isShare: true,
  },
]

/**
 * The knobs, filled in for a network or position: a false report earns a month's reward, and costs the network the
 * reward it pays for nothing.
 */
export function honestyKnobs(figures?: HonestyFigures): readonly Knob[] {
  if (!figures) return general
  const reward = Number(Math.min(100_000, Math.max(0.001, figures.rewardUsd)).toPrecision(4))
  return general.map((knob) => {
    if (knob.key === 'gain') return { ...knob, initial: reward, hint: 'A month’s reward of one device' }
    return knob.key === 'harm'
      ? { ...knob, initial: reward, hint: 'At least the reward it pays for nothing' }
      : knob
  })
}
