/** How a figure of a measure is written and read. */
export type StatisticUnit =
  | 'positions'
  | 'nodes'
  | 'tokens a month'
  | 'USD a month'
  | 'USD'
  | 'days'
  | 'seconds'
  | 'share'
  | 'change'
  | 'exponent'
  | 'index'
  | 'phase'

export type StatisticGroup = 'Supply' | 'Rewards' | 'Growth' | 'Market' | 'Concentration' | 'Forecast'

export type MeasureFacts = {
  name: string
  group: StatisticGroup
  unit: StatisticUnit
  /** what its history is kept by; absent where none is */
  history?: 'month' | 'day'
  /** how it is made, so that a reader can make it again */
  method: string
}

/** Every public statistic: its name, its unit and the method a reader can repeat it by. */
export const statisticMeasures = {
  positions: {
    name: 'Positions',
    group: 'Supply',
    unit: 'positions',
    history: 'day',
    method: 'Positions on record whose device works for the network.',
  },
  nodes: {
    name: 'Nodes',
    group: 'Supply',
    unit: 'nodes',
    history: 'month',
    method: 'Active nodes of the newest published month; over all, the sum of each network’s newest.',
  },
  utilisation: {
    name: 'Utilisation',
    group: 'Supply',
    unit: 'share',
    method:
      'Share of the capacity on offer that is paid for. It is shown where a source gives both, and not guessed. Beside it stands the uptime of the devices here, which their heartbeats tell.',
  },
  uptime: {
    name: 'Uptime of devices here',
    group: 'Supply',
    unit: 'share',
    history: 'day',
    method:
      'Share of time in service that devices with a position here report by signed heartbeats: of their last complete UTC days, sixty at most, from the day after the first report; silent days count as out of service. The mean of the devices that have reported for a full day. It tells nothing of the network’s other nodes, and nothing of what is paid for.',
  },
  rewardsUsd: {
    name: 'Rewards',
    group: 'Rewards',
    unit: 'USD a month',
    history: 'month',
    method:
      'Dollars paid to all nodes in a month, as published. Where the source leaves them blank, or repeats its tokens in their place, tokens × price of the month, and such a month says so. Over all: the sum of what is known.',
  },
  rewardTokens: {
    name: 'Rewards in tokens',
    group: 'Rewards',
    unit: 'tokens a month',
    history: 'month',
    method: 'Tokens paid to all nodes in a month, as published.',
  },
  rewardPerNode: {
    name: 'Reward per node',
    group: 'Rewards',
    unit: 'USD a month',
    history: 'month',
    method: 'Rewards in dollars over active nodes of the same month. Over all: both summed before dividing.',
  },
  tokenPrice: {
    name: 'Token price',
    group: 'Rewards',
    unit: 'USD',
    history: 'month',
    method: 'The month’s price of the network’s token, as published.',
  },
  breakEvenDays: {
    name: 'Break-even, new device',
    group: 'Rewards',
    unit: 'days',
    history: 'month',
    method:
      'Price of a new device over what its operator keeps of the month’s reward per node, less running cost, times 30.4375 days: what it takes if that month lasted. Of the network’s devices the cheapest; rented ones have no price and are left out. Over all: the median network.',
  },
  exponent: {
    name: 'Network-effect exponent',
    group: 'Growth',
    unit: 'exponent',
    history: 'month',
    method:
      'Slope of the monthly change of log rewards in dollars on the monthly change of log nodes, with a constant, over all consecutive months up to the one shown. The 90 % interval is ± q Newey–West errors (Bartlett weights, ⌊4 (n/100)^(2/9)⌋ lags, times √(n/(n − 2))), q = 1.6449 + 2.1859 b + 0.3142 b² − 0.3427 b³ with b = (lags + 1)/n (Kiefer & Vogelsang 2005). At least 18 months.',
  },
  phase: {
    name: 'Flywheel',
    group: 'Growth',
    unit: 'phase',
    history: 'month',
    method:
      'Phase from the log growth of rewards and of nodes, three months over the three before, with a threshold of ln 1.1. The chart shows the growth of rewards.',
  },
  entryPressure: {
    name: 'Entry pressure',
    group: 'Growth',
    unit: 'change',
    history: 'month',
    method:
      'Nodes at which free entry comes to rest over nodes running, less one, for the month’s pool of dollars. Costs are those operators publish; where none do, the median of reward per node over the months known until then stands for every node’s. Above zero devices are drawn in, below it they are driven out.',
  },
  premium: {
    name: 'Network premium',
    group: 'Growth',
    unit: 'share',
    history: 'day',
    method:
      'Sum of the network premiums of all its positions’ newest valuations over the sum of their values (V₂ − V₁ over V₄).',
  },
  listedFloat: {
    name: 'Listed float',
    group: 'Market',
    unit: 'share',
    history: 'day',
    method: 'Positions with a listing that can be filled now over all positions of the network.',
  },
  floor: {
    name: 'Floor',
    group: 'Market',
    unit: 'USD',
    history: 'day',
    method: 'Price of the cheapest listing that can be filled now, fees included.',
  },
  spread: {
    name: 'Spread',
    group: 'Market',
    unit: 'share',
    history: 'day',
    method:
      'Cheapest ask less highest bid over their middle, of each position that has both; the median position.',
  },
  depth: {
    name: 'Depth',
    group: 'Market',
    unit: 'USD',
    history: 'day',
    method: 'Dollars that buy every listing up to a tenth above the floor.',
  },
  timeToSale: {
    name: 'Time to sale',
    group: 'Market',
    unit: 'seconds',
    history: 'day',
    method: 'From the order’s posting to its sale; the median of all listings that sold.',
  },
  turnover: {
    name: 'Turnover',
    group: 'Market',
    unit: 'share',
    history: 'day',
    method: 'Sales of the last 30 days over positions.',
  },
  washShare: {
    name: 'Wash-marked sales',
    group: 'Market',
    unit: 'share',
    history: 'day',
    method:
      'Sales of the last 90 days that the self-fill, the round-trip or the funding test marks, over all of them. Shown from 200 sales on: on fewer the tests have not been validated.',
  },
  hhiNetwork: {
    name: 'Concentration by network',
    group: 'Concentration',
    unit: 'index',
    history: 'month',
    method:
      'Herfindahl–Hirschman index of dollar rewards over the networks: Σ share². 1 is all in one, 1/k evenly over k.',
  },
  hhiOperator: {
    name: 'Concentration by operator',
    group: 'Concentration',
    unit: 'index',
    history: 'month',
    method:
      'Herfindahl–Hirschman index of nodes over operators where they publish them, else of positions over their owners.',
  },
  hhiCell: {
    name: 'Concentration by cell',
    group: 'Concentration',
    unit: 'index',
    method: 'Herfindahl–Hirschman index of positions over the H3 cells (resolution 5) they stand in.',
  },
  forecastCoverage: {
    name: 'Forecast against outcome',
    group: 'Forecast',
    unit: 'share',
    method:
      'Share of outcomes inside the 90 % interval stated for them, over forecasts of reward per node 1 to 12 months ahead, each made from what was known at its date.',
  },
} as const satisfies Record<string, MeasureFacts>

export type MeasureId = keyof typeof statisticMeasures

export const measureIds = Object.keys(statisticMeasures) as MeasureId[]

/** Its facts, with what is left out left out. */
export function measureOf(id: MeasureId): MeasureFacts {
  return statisticMeasures[id]
}

export function isMeasure(text: string): text is MeasureId {
  return Object.hasOwn(statisticMeasures, text)
}

/** Networks together, where a scope may be a network's slug. */
export const ALL = 'all'

/** The newest figure of a measure. Where neither `value` nor `says` is there, `note` tells why none is shown. */
export type StatisticFigure = {
  measure: MeasureId
  value?: number | undefined
  low?: number | undefined
  high?: number | undefined
  says?: string | undefined
  /** `YYYY-MM`, or a moment in ISO 8601 */
  asOf: string
  source: string
  sample?: number | undefined
  note?: string | undefined
}

/** What a measure was, at the first day of a month or on a day. */
export type StatisticPoint = {
  measure: MeasureId
  /** `YYYY-MM-DD` */
  at: string
  value: number
  low?: number | undefined
  high?: number | undefined
  says?: string | undefined
}

/** What is known of one network, or of all, at one roll-up. */
export type ScopeStatistics = { scope: string; figures: StatisticFigure[]; points: StatisticPoint[] }
