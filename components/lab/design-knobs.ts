import type { Knob } from './number-knobs'

/** Kinds of emission, by the number that stands in the address. */
export const scheduleKinds = ['capped', 'halving', 'decaying', 'demand-linked'] as const

const design: readonly Knob[] = [
  { key: 'schedule', label: 'Emission', min: 0, max: 3, step: 1, initial: 2 },
  {
    key: 'mint',
    label: 'Minted in the first month',
    unit: 'tokens',
    min: 0,
    max: 2e6,
    step: 1e4,
    initial: 5e5,
  },
  {
    key: 'fall',
    label: 'Fall of emission a month',
    min: 0,
    max: 0.2,
    step: 0.005,
    initial: 0.02,
    isShare: true,
  },
  {
    key: 'burn',
    label: 'Users’ dollars that buy and burn tokens',
    min: 0.05,
    max: 1,
    step: 0.05,
    initial: 1,
    isShare: true,
  },
  {
    key: 'velocity',
    label: 'Supply burnt a month at rest',
    min: 0.001,
    max: 0.2,
    step: 0.001,
    initial: 0.02,
    isShare: true,
  },
  {
    key: 'demand',
    label: 'Users’ dollars in the first month',
    unit: 'USD',
    min: 1e4,
    max: 5e6,
    step: 1e4,
    initial: 4e5,
  },
  {
    key: 'drift',
    label: 'Growth of demand a month',
    min: -0.1,
    max: 0.1,
    step: 0.005,
    initial: 0,
    isShare: true,
  },
  {
    key: 'volatility',
    label: 'Its deviation a month',
    min: 0,
    max: 0.5,
    step: 0.01,
    initial: 0.1,
    isShare: true,
  },
  {
    key: 'elasticity',
    label: 'Demand grows with devices to the power',
    min: 0,
    max: 2,
    step: 0.05,
    initial: 0.3,
  },
  {
    key: 'stakers',
    label: 'Emission that goes to stakers',
    min: 0,
    max: 0.9,
    step: 0.05,
    initial: 0,
    isShare: true,
  },
]

const named = (suffix: string, initial: Partial<Record<string, number>> = {}): Knob[] =>
  design.map((knob) => ({
    ...knob,
    key: `${knob.key}${suffix}`,
    initial: initial[knob.key] ?? knob.initial,
  }))

/** The knobs of the designs that are compared; B differs from A in its emission at first. */
export const designKnobs = { A: named('A'), B: named('B', { schedule: 3, fall: 0 }) } as const

/** What both designs share. */
export const runKnobs: readonly Knob[] = [
  { key: 'months', label: 'Months', min: 12, max: 240, step: 12, initial: 120 },
  { key: 'seed', label: 'Seed of demand', min: 1, max: 9_999, step: 1, initial: 1 },
]

export const allDesignKnobs: readonly Knob[] = [...designKnobs.A, ...designKnobs.B, ...runKnobs]
