import type { Knob } from './number-knobs'

/** The figures of the inspection game, dollars an epoch and shares. */
export const honestyKnobs: readonly Knob[] = [
  { key: 'gain', label: 'A false report earns', unit: 'USD', min: 0.5, max: 500, step: 0.5, initial: 40 },
  { key: 'bond', label: 'Bond lost when found out', unit: 'USD', min: 0, max: 5_000, step: 5, initial: 300 },
  {
    key: 'detection',
    label: 'An audit finds it with chance',
    min: 0.01,
    max: 1,
    step: 0.01,
    initial: 0.9,
    isShare: true,
  },
  { key: 'audit', label: 'An audit costs', unit: 'USD', min: 0.5, max: 200, step: 0.5, initial: 5 },
  {
    key: 'harm',
    label: 'An undetected one costs the network',
    unit: 'USD',
    min: 0.5,
    max: 1_000,
    step: 0.5,
    initial: 60,
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
