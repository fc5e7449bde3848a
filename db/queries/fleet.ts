import { and, count, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { orderStates, orders, reassignments } from '@/db/schema'
import type { Queryable } from '../client'
import { isFillableAt } from './orders'

/** Orders on a position that can be filled now. */
export type OpenOrders = { listings: number; offers: number }

/** By position, at head time `now`; a position without any is not in the map. */
export async function countOpenOrders(
  db: Queryable,
  positionIds: readonly number[],
  now: Date,
): Promise<Map<number, OpenOrders>> {
  const rows = await db
    .select({
      id: orders.positionId,
      listings: sql<number>`(count(*) filter (where ${orders.kind} = 'listing'))::int`,
      all: count(),
    })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(and(isFillableAt(now), eq(orders.bound, true), inArray(orders.positionId, [...positionIds])))
    .groupBy(orders.positionId)
  return new Map(rows.map(({ id, listings, all }) => [id, { listings, offers: all - listings }]))
}

/** The newest reassignment that an account asked for of each position since a moment, newest first. */
export async function reassignmentsSince(
  db: Queryable,
  owner: `0x${string}`,
  since: Date,
  limit: number,
): Promise<
  {
    id: string
    positionId: number
    deviceId: `0x${string}`
    network: string
    model: string
    deadline: Date
  }[]
> {
  const newest = db
    .selectDistinctOn([reassignments.positionId], {
      id: reassignments.id,
      positionId: reassignments.positionId,
      deviceId: reassignments.deviceId,
      network: reassignments.network,
      model: reassignments.model,
      deadline: reassignments.deadline,
      createdAt: reassignments.createdAt,
    })
    .from(reassignments)
    .where(and(eq(reassignments.owner, owner), gt(reassignments.createdAt, since)))
    .orderBy(reassignments.positionId, desc(reassignments.createdAt))
    .as('newest')
  return db
    .select({
      id: newest.id,
      positionId: newest.positionId,
      deviceId: newest.deviceId,
      network: newest.network,
      model: newest.model,
      deadline: newest.deadline,
    })
    .from(newest)
    .orderBy(desc(newest.createdAt))
    .limit(limit)
}
