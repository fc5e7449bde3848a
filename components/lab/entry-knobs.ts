import type { Knob } from './number-knobs'

/** The figures of free entry. */
export const entryKnobs: readonly Knob[] = [
  {
    key: 'pool',
    label: 'Reward pool, against the month’s',
    min: 0.01,
    max: 5,
    step: 0.01,
    initial: 1,
    isShare: true,
  },
  {
    key: 'reach',
    label: 'Devices that could run, for one that does',
    hint: 'The same distribution of costs over so many times the devices',
    min: 1,
    max: 50,
    step: 0.5,
    initial: 10,
  },
  {
    key: 'elasticity',
    label: 'A growing pool follows the network to the power',
    hint: 'Above 1 a network can be too small to live',
    min: 0,
    max: 2,
    step: 0.05,
    initial: 1.5,
  },
  { key: 'joining', label: 'Devices that join', min: 0, max: 20_000, step: 50, initial: 500 },
]
