import type { Knob } from '../number-knobs'

/** What the choice of a network rests on beside the networks' figures. */
export const congestionKnobs: readonly Knob[] = [
  {
    key: 'elasticity',
    label: 'A pool grows with its network to the power',
    hint: 'Near 0 a newcomer creates nothing; near 1 it takes nothing',
    min: 0.05,
    max: 0.95,
    step: 0.05,
    initial: 0.5,
  },
  {
    key: 'reach',
    label: 'Devices that could run, against those that do',
    min: 0.5,
    max: 5,
    step: 0.1,
    initial: 2,
    isShare: true,
  },
  {
    key: 'cost',
    label: 'Running costs, against the figures below',
    min: 0.1,
    max: 3,
    step: 0.1,
    initial: 1,
    isShare: true,
  },
]
