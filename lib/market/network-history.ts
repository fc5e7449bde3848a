/** One month of a network's public figures; undefined is unknown, not zero. */
export type NetworkMonth = {
  /** first day of the month */
  month: string
  rewardTokens: number | undefined
  rewardsUsd: number | undefined
  activeNodes: number | undefined
  /** rewardsUsd over activeNodes, where both are known */
  rewardPerNode: number | undefined
  tokenPriceUsd: number | undefined
}

export const measures = ['rewardsUsd', 'rewardPerNode', 'activeNodes', 'tokenPriceUsd'] as const
export type Measure = (typeof measures)[number]

/** A figure and the month it is of. */
export type Dated = { value: number; month: string }

/** The newest known figure of a measure. */
export function latestOf(
  months: readonly NetworkMonth[],
  measure: Measure | 'rewardTokens',
): Dated | undefined {
  for (const row of months.toReversed()) {
    const value = row[measure]
    if (value !== undefined) return { value, month: row.month }
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

/** What a reader must know of a source before trusting its figures. */
export function sourceCaveat(slug: string): string | undefined {
  if (slug === 'arweave')
    return 'From March 2023 on the source repeats the tokens in its dollar column; the figures stand as published.'
}
