/** One month of a network's public figures; undefined is unknown, not zero. */
export type NetworkMonth = {
  /** first day of the month */
  month: string
  rewardTokens: number | undefined
  rewardsUsd: number | undefined
  /** `rewardsUsd` is tokens × price: the source gives none, or repeats its tokens in their place */
  isDerived: boolean
  activeNodes: number | undefined
  /** rewardsUsd over activeNodes, where both are known */
  rewardPerNode: number | undefined
  tokenPriceUsd: number | undefined
}

export const measures = ['rewardsUsd', 'rewardPerNode', 'activeNodes', 'tokenPriceUsd'] as const
export type Measure = (typeof measures)[number]

/** A figure and the month it is of; derived where it rests on dollars that are tokens × price. */
export type Dated = { value: number; month: string; isDerived: boolean }

/** Measures that rest on rewards in dollars. */
const inDollarsPaid: readonly (Measure | 'rewardTokens')[] = ['rewardsUsd', 'rewardPerNode']

/** The newest known figure of a measure. */
export function latestOf(
  months: readonly NetworkMonth[],
  measure: Measure | 'rewardTokens',
): Dated | undefined {
  for (const row of months.toReversed()) {
    const value = row[measure]
    if (value !== undefined)
      return { value, month: row.month, isDerived: row.isDerived && inDollarsPaid.includes(measure) }
  }
}

/** Months in order with none left out: a month the source skips is there, all unknown, so that a chart shows the gap. */
export function fillMonths(months: readonly NetworkMonth[]): NetworkMonth[] {
  const known = new Map(months.map((row) => [row.month, row]))
  const order = [...known.keys()].sort()
  const last = order.at(-1)
  const filled: NetworkMonth[] = []
  for (let month = order[0]; month !== undefined && last !== undefined && month <= last; month = after(month))
    filled.push(known.get(month) ?? unknown(month))
  return filled
}

function unknown(month: string): NetworkMonth {
  return {
    month,
    rewardTokens: undefined,
    rewardsUsd: undefined,
    isDerived: false,
    activeNodes: undefined,
    rewardPerNode: undefined,
    tokenPriceUsd: undefined,
  }
}

function after(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? [year + 1, 1] : [year, number + 1]
  return `${next[0]}-${String(next[1]).padStart(2, '0')}-01`
}

/** The months whose dollars are tokens × price; undefined where the source gives all of them. */
export function derivedMonths(
  months: readonly NetworkMonth[],
): { first: string; last: string; count: number; of: number } | undefined {
  const derived = months.filter(({ isDerived }) => isDerived)
  const [first, last] = [derived[0], derived.at(-1)]
  if (!first || !last) return undefined
  const of = months.filter(({ rewardsUsd }) => rewardsUsd !== undefined).length
  return { first: first.month, last: last.month, count: derived.length, of }
}

/** Why a measure is not known, in a few words; undefined where some month has it. */
export function whyUnknown(months: readonly NetworkMonth[], measure: Measure): string | undefined {
  if (latestOf(months, measure)) return undefined
  switch (measure) {
    case 'activeNodes':
      return 'no source counts its nodes'
    case 'rewardPerNode':
      return latestOf(months, 'activeNodes') === undefined
        ? 'it needs the number of nodes'
        : 'no month has both rewards and nodes'
    case 'rewardsUsd':
      return 'no source gives its dollars, or its tokens with their price'
    case 'tokenPriceUsd':
      return 'no source gives it'
  }
}
