import { and, asc, count, desc, eq } from 'drizzle-orm'
import { isFillableAt } from '@/db/queries/orders'
import { networks, orderStates, orders, positions } from '@/db/schema'
import { unitsToCentsDown } from '@/lib/core/money'
import type { ValueInterval } from '@/lib/market/price-figures'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { readNetworkBook } from '../orders/read-network-book'

/** An order of the market that could be filled now, for one position. */
export type LiveOrder = {
  id: string
  positionId: number
  name: string
  /** whole cents of what the buyer pays in all */
  priceCents: number
  value: ValueInterval | undefined
}

export type AuctionBook = {
  network: { slug: string; name: string }
  choices: { slug: string; name: string }[]
  asks: LiveOrder[]
  bids: LiveOrder[]
  /** head time of these orders */
  now: Date
}

/**
 * The ends of a network's book as sealed orders: its cheapest listings and highest bids at head time.
 * @param slug of the network; the one with most listings where it is not known
 */
export async function readAuctionBook(
  slug: string | undefined,
  server: Pick<ServerContext, 'db' | 'now'> = context(),
): Promise<AuctionBook | undefined> {
  const at = await headTime(server)
  const [choices, listed] = await Promise.all([
    server.db.select({ slug: networks.slug, name: networks.name }).from(networks).orderBy(asc(networks.name)),
    server.db
      .select({ network: positions.network })
      .from(orders)
      .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
      .innerJoin(positions, eq(positions.id, orders.positionId))
      .where(and(eq(orders.kind, 'listing'), isFillableAt(at)))
      .groupBy(positions.network)
      .orderBy(desc(count()), asc(positions.network))
      .limit(1),
  ])
  const found = (of: string | undefined) => choices.find((one) => one.slug === of)
  const network = found(slug) ?? found(listed[0]?.network) ?? choices[0]
  if (!network) return undefined
  const { book, names, values, now } = await readNetworkBook(network.slug, server)
  const live = (quotes: typeof book.asks, letter: string) =>
    quotes.map(({ positionId, price }, k): LiveOrder => {
      const value = values.get(positionId)
      return {
        id: `${letter}${String(k + 1).padStart(2, '0')}`,
        positionId,
        name: names.get(positionId) ?? `Position ${positionId}`,
        priceCents: Number(unitsToCentsDown(price)),
        value: value && { value: value.value, p5: value.p5, p50: value.p50, p95: value.p95 },
      }
    })
  return { network, choices, asks: live(book.asks, 's'), bids: live(book.bids, 'b'), now }
}
