import { desc, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { blocks } from '@/db/schema'
import type { OrderTerms } from '@/lib/market/order-terms'
import { CHANNEL, type RangeNotice } from './notify-range'

/** Announces an order that was posted to whoever listens, on commit; nobody is told before the first block. */
export async function notifyPosted(
  tx: Transaction,
  order: Pick<OrderTerms, 'hash' | 'kind' | 'positionId'>,
): Promise<void> {
  const [tip] = await tx.select().from(blocks).orderBy(desc(blocks.number)).limit(1)
  if (!tip) return
  const notice: RangeNotice = {
    head: tip.number,
    hash: tip.hash,
    time: Math.floor(tip.time.getTime() / 1000),
    kinds: [order.kind === 'listing' ? 'listed' : 'offered'],
    positions: [order.positionId],
    orders: [order.hash],
    partial: false,
  }
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(notice)})`)
}
