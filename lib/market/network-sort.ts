import { z } from 'zod'
import { latestOf } from './network-history'
import type { NetworkRow } from './network-row'

/** What the networks can be sorted by. */
export const networkSorts = [
  'name',
  'reward',
  'rewards',
  'nodes',
  'price',
  'supply',
  'floor',
  'bid',
  'volume',
  'time',
] as const
export type NetworkSort = (typeof networkSorts)[number]

export type NetworkOrder = { sort: NetworkSort; direction: 'asc' | 'desc' }

const params = z.object({
  sort: z.enum(networkSorts).catch('name'),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
})

/** Reads an order of the networks out of search parameters; what is no order is by name. */
export function parseNetworkOrder(input: unknown): NetworkOrder {
  const { sort, direction } = params.parse(input)
  return { sort, direction: direction ?? firstDirection(sort) }
}

/** A name is looked for from A on, a time to sale from the shortest, everything else from the largest. */
function firstDirection(sort: NetworkSort): 'asc' | 'desc' {
  return sort === 'name' || sort === 'time' ? 'asc' : 'desc'
}

/** The address of the networks sorted by a column: pressing the sorted one turns it round. */
export function networkSortHref(order: NetworkOrder, sort: NetworkSort): string {
  const direction = order.sort === sort ? (order.direction === 'asc' ? 'desc' : 'asc') : firstDirection(sort)
  const search = new URLSearchParams({
    ...(sort !== 'name' && { sort }),
    ...(direction !== firstDirection(sort) && { direction }),
  }).toString()
  return search ? `/networks?${search}` : '/networks'
}

/** Networks in an order; what is unknown stands last in either direction, and equals keep theirs. */
export function sortNetworks(rows: readonly NetworkRow[], { sort, direction }: NetworkOrder): NetworkRow[] {
  const sign = direction === 'asc' ? 1 : -1
  if (sort === 'name') return direction === 'asc' ? [...rows] : rows.toReversed()
  return rows.toSorted((a, b) => {
    const [left, right] = [figureOf(a, sort), figureOf(b, sort)]
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined)
    return left === right ? 0 : left < right ? -sign : sign
  })
}

function figureOf(
  { months, market }: NetworkRow,
  sort: Exclude<NetworkSort, 'name'>,
): number | bigint | undefined {
  switch (sort) {
    case 'reward':
      return latestOf(months, 'rewardPerNode')?.value
    case 'rewards':
      return latestOf(months, 'rewardsUsd')?.value
    case 'nodes':
      return latestOf(months, 'activeNodes')?.value
    case 'price':
      return latestOf(months, 'tokenPriceUsd')?.value
    case 'supply':
      return market.forSale
    case 'floor':
      return market.floor
    case 'bid':
      return market.bestBid
    case 'volume':
      return market.volume
    case 'time':
      return market.timeToSale
  }
}
