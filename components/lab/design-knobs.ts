import type { Knob } from './number-knobs'

/** Kinds of emission and of price, by the number that stands in the address. */
export const scheduleKinds = ['capped', 'halving', 'decaying', 'demand-linked'] as const
export const pricingKinds = ['quantity', 'impact'] as const

/** A knob of a design, where it belongs, and the choice of kinds it is a figure of. */
export type DesignKnob = Knob & {
  group: 'Emission' | 'Price and burning' | 'Demand' | 'Staking and bonds' | 'Operators'
  /** the figure counts only under these kinds */
  under?: { key: 'schedule' | 'pricing'; kinds: readonly number[] }
  /** words of the kinds, where it is a choice and not a figure */
  choices?: readonly string[]
}

const percent = { isShare: true } as const

const design: readonly DesignKnob[] = [
  {
    key: 'schedule',
    group: 'Emission',
    label: 'Emission',
    choices: [
      'Capped: the same each month until a cap',
      'Halving: cut in two every so many months',
      'Decaying: falls by a share each month',
      'Demand-linked: a share of what was burnt',
    ],
    min: 0,
    max: 3,
    step: 1,
    initial: 2,
  },
  {
    key: 'mint',
    group: 'Emission',
    label: 'Minted in the first month; demand-linked, at most twice that',
    unit: 'tokens',
    min: 0,
    max: 2e6,
    step: 1e4,
    initial: 5e5,
  },
  {
    key: 'cap',
    group: 'Emission',
    label: 'Cap, in months of emission',
    unit: 'months',
    under: { key: 'schedule', kinds: [0] },
    min: 1,
    max: 240,
    step: 1,
    initial: 60,
  },
  {
    key: 'every',
    group: 'Emission',
    label: 'Halved every',
    unit: 'months',
    under: { key: 'schedule', kinds: [1] },
    min: 1,
    max: 120,
    step: 1,
    initial: 24,
  },
  {
    key: 'fall',
    group: 'Emission',
    label: 'Fall of emission a month; demand-linked, what is not minted again',
    under: { key: 'schedule', kinds: [2, 3] },
    min: 0,
    max: 0.2,
    step: 0.005,
    initial: 0.02,
    ...percent,
  },
  {
    key: 'pricing',
    group: 'Price and burning',
    label: 'Price',
    choices: [
      'Quantity equation: dollars that buy ÷ (v × circulation)',
      'Market impact of buying and selling',
    ],
    min: 0,
    max: 1,
    step: 1,
    initial: 0,
  },
  {
    key: 'velocity',
    group: 'Price and burning',
    label: 'Circulation bought out a month, v',
    under: { key: 'pricing', kinds: [0] },
    min: 0.001,
    max: 0.2,
    step: 0.001,
    initial: 0.02,
    ...percent,
  },
  {
    key: 'price',
    group: 'Price and burning',
    label: 'Price in the first month',
    unit: 'USD',
    under: { key: 'pricing', kinds: [1] },
    min: 0.01,
    max: 100,
    step: 0.01,
    initial: 1.2,
  },
  {
    key: 'impact',
    group: 'Price and burning',
    label: 'Log price moved by buying the whole market value',
    under: { key: 'pricing', kinds: [1] },
    min: 0,
    max: 5,
    step: 0.1,
    initial: 1,
  },
  {
    key: 'sell',
    group: 'Price and burning',
    label: 'New tokens that are sold at once',
    under: { key: 'pricing', kinds: [1] },
    min: 0,
    max: 1,
    step: 0.05,
    initial: 0.7,
    ...percent,
  },
  {
    key: 'burn',
    group: 'Price and burning',
    label: 'Users’ dollars that buy and burn tokens',
    min: 0.05,
    max: 1,
    step: 0.05,
    initial: 1,
    ...percent,
  },
  {
    key: 'buyback',
    group: 'Price and burning',
    label: 'Of the rest, dollars that buy tokens back',
    hint: 'Into a treasury; what then remains pays operators in dollars',
    min: 0,
    max: 1,
    step: 0.05,
    initial: 0,
    ...percent,
  },
  {
    key: 'supply',
    group: 'Price and burning',
    label: 'Supply at the start, against first month’s emission ÷ v',
    hint: 'Under market impact, against fifty months’ emission',
    min: 0.1,
    max: 5,
    step: 0.1,
    initial: 1,
    ...percent,
  },
  {
    key: 'demand',
    group: 'Demand',
    label: 'Users’ dollars in the first month',
    unit: 'USD',
    min: 1e4,
    max: 5e6,
    step: 1e4,
    initial: 6e5,
  },
  {
    key: 'drift',
    group: 'Demand',
    label: 'Growth of demand a month',
    min: -0.1,
    max: 0.1,
    step: 0.005,
    initial: 0,
    ...percent,
  },
  {
    key: 'volatility',
    group: 'Demand',
    label: 'Its deviation a month',
    min: 0,
    max: 0.5,
    step: 0.01,
    initial: 0.05,
    ...percent,
  },
  {
    key: 'elasticity',
    group: 'Demand',
    label: 'Demand grows with devices to the power',
    min: 0,
    max: 2,
    step: 0.05,
    initial: 0.3,
  },
  {
    key: 'stakers',
    group: 'Staking and bonds',
    label: 'Emission that goes to stakers',
    min: 0,
    max: 0.9,
    step: 0.05,
    initial: 0,
    ...percent,
  },
  {
    key: 'staked',
    group: 'Staking and bonds',
    label: 'Supply that is staked',
    min: 0.01,
    max: 1,
    step: 0.01,
    initial: 0.4,
    ...percent,
  },
  {
    key: 'asked',
    group: 'Staking and bonds',
    label: 'Return a year that stakers ask',
    min: 0.01,
    max: 1,
    step: 0.01,
    initial: 0.1,
    ...percent,
  },
  {
    key: 'bond',
    group: 'Staking and bonds',
    label: 'Bond of each operator',
    unit: 'tokens',
    min: 0,
    max: 1e5,
    step: 100,
    initial: 0,
  },
  {
    key: 'slash',
    group: 'Staking and bonds',
    label: 'Bonds slashed and burnt a month',
    min: 0,
    max: 0.2,
    step: 0.005,
    initial: 0,
    ...percent,
  },
  {
    key: 'hurdle',
    group: 'Operators',
    label: 'Margin above cost at which one enters',
    min: 0,
    max: 2,
    step: 0.05,
    initial: 0.2,
    ...percent,
  },
  {
    key: 'enter',
    group: 'Operators',
    label: 'Of those who want in, enter in a month',
    min: 0,
    max: 1,
    step: 0.05,
    initial: 0.25,
    ...percent,
  },
  {
    key: 'leave',
    group: 'Operators',
    label: 'Of those at a loss, leave in a month',
    min: 0,
    max: 1,
    step: 0.05,
    initial: 0.25,
    ...percent,
  },
]

export type DesignName = 'A' | 'B'

const named = (suffix: DesignName, initial: Partial<Record<string, number>> = {}): DesignKnob[] =>
  design.map((knob) => ({
    ...knob,
    key: `${knob.key}${suffix}`,
    initial: initial[knob.key] ?? knob.initial,
  }))

/** The knobs of the designs that are compared; B differs from A in its emission at first. */
export const designKnobs = { A: named('A'), B: named('B', { schedule: 3, fall: 0 }) } as const

/** True for a knob that counts under the kinds a design has chosen. */
export function isInForce({ under }: DesignKnob, name: DesignName, values: Record<string, number>): boolean {
  return !under || under.kinds.includes(Math.round(values[`${under.key}${name}`] ?? 0))
}

/** What both designs share. */
export const runKnobs: readonly Knob[] = [
  { key: 'months', label: 'Months', min: 12, max: 240, step: 12, initial: 120 },
  {
    key: 'seed',
    label: 'Seed of demand',
    hint: 'The first; the run in the file is its own',
    min: 1,
    max: 9_999,
    step: 1,
    initial: 1,
  },
  {
    key: 'seeds',
    label: 'Seeds run',
    hint: 'That many from the first on',
    min: 1,
    max: 500,
    step: 1,
    initial: 100,
  },
]

export const allDesignKnobs: readonly Knob[] = [...designKnobs.A, ...designKnobs.B, ...runKnobs]

/** Burn and mint alone: a constant mint, a constant demand all of which burns, a supply that starts far from its rest. */
export const burnAndMintAlone: Readonly<Record<string, number>> = {
  schedule: 2,
  fall: 0,
  pricing: 0,
  burn: 1,
  buyback: 0,
  supply: 2.5,
  drift: 0,
  volatility: 0,
  elasticity: 0,
  stakers: 0,
  bond: 0,
  slash: 0,
}
