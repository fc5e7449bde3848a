import { gt, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { orderEvents, undoJournal } from '@/db/schema'
import type { ChainEvent } from '../events'

/** What orders can be touched by: their own hash, their position, or their offerer. */
export type Touched = { hashes: Set<string>; positions: Set<number>; offerers: Set<string> }

export function nothingTouched(): Touched {
  return { hashes: new Set(), positions: new Set(), offerers: new Set() }
}

/** Adds what the events can change the status of orders by. Pure but for the set it fills. */
export function touchByEvents(touched: Touched, events: readonly ChainEvent[]): void {
  for (const event of events)
    switch (event.type) {
      case 'order_filled':
      case 'order_cancelled':
      case 'order_validated':
        touched.hashes.add(event.orderHash)
        break
      case 'operator_set':
      case 'allowance_set':
        touched.offerers.add(event.owner)
        break
      case 'dollars_moved':
        touched.offerers.add(event.from).add(event.to)
        break
      case 'counter_moved':
        touched.offerers.add(event.offerer)
        break
      case 'root_published':
      case 'reward_claimed':
        break
      default:
        touched.positions.add(event.positionId)
    }
}

/**
 * Adds what undoing the blocks after `ancestor` can change the status of orders by, from the journal: an order posted
 * since is found as well as an old one.
 */
export async function touchByUndo(db: Queryable, touched: Touched, ancestor: number): Promise<void> {
  const keys = await db
    .selectDistinct({
      positionId: sql<
        number | null
      >`coalesce(${undoJournal.key} ->> 'id', ${undoJournal.key} ->> 'position_id')::int8`.mapWith(Number),
      account: sql<
        string | null
      >`coalesce(${undoJournal.key} ->> 'owner', ${undoJournal.key} ->> 'account', ${undoJournal.key} ->> 'offerer')`,
    })
    .from(undoJournal)
    .where(gt(undoJournal.blockNumber, ancestor))
  for (const { positionId, account } of keys) {
    if (positionId !== null) touched.positions.add(positionId)
    if (account !== null) touched.offerers.add(account)
  }
  const undone = await db
    .selectDistinct({ hash: orderEvents.orderHash })
    .from(orderEvents)
    .where(gt(orderEvents.blockNumber, ancestor))
  for (const { hash } of undone) touched.hashes.add(hash)
}
