import type { Knob } from './number-knobs'

/** What the circulation gap rests on beside the networks' figures. */
export const circulationKnobs: readonly Knob[] = [
  {
    key: 'elasticity',
    label: 'A pool grows with its network to the power',
    hint: '0: every pool is fixed, and moving creates nothing',
    min: 0,
    max: 0.9,
    step: 0.05,
    initial: 0,
  },
  {
    key: 'compatible',
    label: 'Devices that can serve another network, against the assumption',
    min: 0,
    max: 2,
    step: 0.05,
    initial: 1,
    isShare: true,
  },
  {
    key: 'transfer',
    label: 'Part of the gap in rewards that a moved device sees, against the assumption',
    hint: 'The rest is stake, standing and hardware it lacks',
    min: 0,
    max: 4,
    step: 0.1,
    initial: 1,
    isShare: true,
  },
  {
    key: 'cost',
    label: 'Cost of a move, against the assumption',
    min: 0,
    max: 4,
    step: 0.1,
    initial: 1,
    isShare: true,
  },
  {
    key: 'months',
    label: 'A move must pay off within',
    unit: 'months',
    min: 1,
    max: 36,
    step: 1,
    initial: 12,
  },
]
