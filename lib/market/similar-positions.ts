import type { MarketRow } from './market-row'

/** How many similar positions a page shows. */
export const SIMILAR = 6

export type SimilarPositions = {
  /** what they have in common: the network, or only its category where the network has too few */
  among: 'network' | 'category'
  /** nearest first */
  rows: MarketRow[]
}

/**
 * The positions nearest to one. Nearness is the sum of two ratios' logarithms, of value and of monthly reward:
 * twice the value is as far as half of it. Where either reward is unknown, value alone counts.
 * @returns at most `count`, nearest first; those without a value are left out
 */
export function nearest(subject: MarketRow, others: readonly MarketRow[], count = SIMILAR): MarketRow[] {
  return others
    .flatMap((row) => {
      const far = distance(subject, row)
      return far === undefined ? [] : [{ row, far }]
    })
    .sort((a, b) => a.far - b.far || a.row.positionId - b.row.positionId)
    .slice(0, count)
    .map(({ row }) => row)
}

function distance(one: MarketRow, other: MarketRow): number | undefined {
  if (!one.value || !other.value) return undefined
  const value = ratio(cents(one.value.value), cents(other.value.value))
  const [mine, theirs] = [one.reward?.dollarsPerMonth, other.reward?.dollarsPerMonth]
  return mine && theirs && mine > 0 && theirs > 0 ? value + ratio(mine, theirs) : value
}

function ratio(one: number, other: number): number {
  return Math.abs(Math.log(one / other))
}

/** At least a cent, so that there is a ratio. */
function cents(value: bigint): number {
  return Math.max(1, Number(value))
}
