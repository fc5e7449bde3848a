import { and, eq, inArray } from 'drizzle-orm'
import { orderStates, orders } from '@/db/schema'
import { prepareFill } from '@/lib/server/orders/prepare-fill'
import { standingOffers } from '@/lib/server/orders/standing-offers'
import { lowerAddress, seedShare } from './accounts'
import { BUYERS, fundBuyers, seedBuyer } from './fund-buyers'
import { inParallel } from './in-parallel'
import type { HeldPosition } from './read-held'
import type { SeedChain } from './seed-chain-context'
import { isSold, isTraded } from './selection'
import { type SeedCall, sendAll } from './send-calls'

/** Positions count from one. */
const NO_POSITION = 0

/** Demonstration buyers fill the open listings that are meant to be sold. @returns how many they filled */
export async function buyPositions(chain: SeedChain, held: readonly HeldPosition[]): Promise<number> {
  const ids = held
    .filter((position) => isSold(position.name) || isTraded(position))
    .map(({ positionId }) => positionId)
  if (ids.length === 0) return 0
  const open = await chain.db
    .select({ hash: orders.hash, price: orders.price, positionId: orders.positionId })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(and(eq(orders.kind, 'listing'), eq(orderStates.status, 'open'), inArray(orders.positionId, ids)))
    .orderBy(orders.positionId, orders.hash)
  const purchases = open.map((order) => ({
    ...order,
    buyer: seedBuyer(1 + Math.floor(BUYERS * seedShare('buyer', order.positionId))),
  }))
  // what they buy is not paid with the money behind their offers
  const offers = await Promise.all(
    [...new Set(purchases.map(({ buyer }) => buyer))].map(async (buyer) => ({
      buyer,
      price: await standingOffers(chain, lowerAddress(buyer), NO_POSITION),
    })),
  )
  await fundBuyers(chain, [...purchases, ...offers])
  const calls: SeedCall[] = []
  await inParallel(purchases, 8, async ({ hash, buyer }) => {
    const { steps } = await prepareFill(chain, { orderHash: hash, account: lowerAddress(buyer) })
    for (const { to, data } of steps) calls.push({ from: buyer, to, data })
  })
  await sendAll(chain, calls)
  return purchases.length
}
