import type { Cents, UsdUnits } from '@/lib/core/money'
import type { Acquisition, Disposal, PartialSum } from './cost-basis'

/** A position as a portfolio names it. */
export type NamedPosition = {
  positionId: number
  name: string
  network: { slug: string; name: string } | undefined
  isDemonstration: boolean
}

/** A position held now. */
export type HeldRow = NamedPosition & {
  acquired: Acquisition
  /** undefined where the record has no price */
  cost: UsdUnits | undefined
  /** quantiles in cents; undefined where it was never valued */
  value: { value: Cents; p5: Cents; p50: Cents; p95: Cents } | undefined
  /** the expected present value, in dollar-token base units: expectations add up, medians do not */
  worth: UsdUnits | undefined
  unrealised: UsdUnits | undefined
  /** rewards of this account, claimed, claimable and accruing; of all its times with the position, on the newest */
  earned: UsdUnits
  listing: { price: UsdUnits; endTime: Date } | undefined
}

/** A holding that has ended. */
export type EndedRow = NamedPosition & {
  acquired: Acquisition
  disposed: Disposal
  cost: UsdUnits | undefined
  proceeds: UsdUnits | undefined
  realised: UsdUnits | undefined
  /** as in {@link HeldRow}; nothing where the account holds it again */
  earned: UsdUnits
}

/** Rewards of an account, in base units of the dollar. */
export type EarnedTotals = {
  all: UsdUnits
  /** can be claimed now */
  claimable: UsdUnits
  /** not yet published: an estimate */
  accruing: UsdUnits
}

export type PortfolioTotals = {
  cost: PartialSum
  worth: PartialSum
  unrealised: PartialSum
  proceeds: PartialSum
  realised: PartialSum
  earned: EarnedTotals
}

/** What an account holds and held, by the public record and the newest valuations. */
export type Portfolio = {
  /** with its checksum */
  account: `0x${string}`
  held: HeldRow[]
  /** newest first */
  ended: EndedRow[]
  totals: PortfolioTotals
  /** head time */
  now: Date
}

/** What the positions held can be sorted by, and the direction that is asked for first. */
export const portfolioSorts = {
  worth: 'desc',
  unrealised: 'desc',
  cost: 'desc',
  earned: 'desc',
  acquired: 'desc',
  position: 'asc',
} as const

export type PortfolioSort = keyof typeof portfolioSorts
export type PortfolioOrder = { sort: PortfolioSort; direction: 'asc' | 'desc' }

/** Reads "worth-desc"; anything else is the order a portfolio opens with. */
export function parsePortfolioOrder(given: unknown): PortfolioOrder {
  const [name, direction] = typeof given === 'string' ? given.split('-') : []
  const sort = (Object.keys(portfolioSorts) as PortfolioSort[]).find((known) => known === name) ?? 'worth'
  return { sort, direction: direction === 'asc' || direction === 'desc' ? direction : portfolioSorts[sort] }
}

/** The order a press on a column head asks for: the same column turned round, another one its own way. */
export function nextOrder(order: PortfolioOrder, sort: PortfolioSort): PortfolioOrder {
  if (order.sort !== sort) return { sort, direction: portfolioSorts[sort] }
  return { sort, direction: order.direction === 'asc' ? 'desc' : 'asc' }
}

/** Rows in an order; what has no figure stands last either way. */
export function sortHeld(rows: readonly HeldRow[], { sort, direction }: PortfolioOrder): HeldRow[] {
  const sign = direction === 'asc' ? 1 : -1
  return [...rows].sort((a, b) => {
    const [left, right] = [keyOf(a, sort), keyOf(b, sort)]
    if (left === right) return a.positionId - b.positionId
    if (left === undefined) return 1
    if (right === undefined) return -1
    return left < right ? -sign : sign
  })
}

/** Positions on a page of a portfolio. */
export const HELD_A_PAGE = 100

/** One page of the positions held, in an order; a page beyond the end is the last. */
export function pageOfHeld(
  held: readonly HeldRow[],
  order: PortfolioOrder,
  asked: number,
): { rows: HeldRow[]; number: number; of: number } {
  const of = Math.max(1, Math.ceil(held.length / HELD_A_PAGE))
  const number = Math.min(asked, of)
  return { rows: sortHeld(held, order).slice((number - 1) * HELD_A_PAGE, number * HELD_A_PAGE), number, of }
}

function keyOf(row: HeldRow, sort: PortfolioSort): bigint | undefined {
  if (sort === 'position') return BigInt(row.positionId)
  return sort === 'acquired' ? BigInt(row.acquired.at.getTime()) : row[sort]
}
