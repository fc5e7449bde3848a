import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { positions, registrationBatches, registrationBatchRows, registrations } from '@/db/schema'
import type { Queryable } from '../client'

/** Where a row stands, as the page groups them. */
export const batchRowStates = ['refused', 'waiting', 'proven', 'minted', 'expired'] as const
export type BatchRowState = (typeof batchRowStates)[number]

/** How many rows are in each state. */
export type BatchCounts = Record<BatchRowState, number>

/** Refused; on the record; past its deadline without; proven and waiting for its transaction; waiting for its device. */
function stateAt(now: Date): SQL<BatchRowState> {
  return sql<BatchRowState>`case
    when ${registrationBatchRows.registrationId} is null then 'refused'
    when ${positions.id} is not null then 'minted'
    when ${registrations.deadline} < ${now.toISOString()}::timestamptz then 'expired'
    when ${registrations.status} = 'attested' then 'proven'
    else 'waiting' end`
}

export async function findBatch(db: Queryable, id: string) {
  const [batch] = await db.select().from(registrationBatches).where(eq(registrationBatches.id, id))
  return batch
}

/** A person's files, the newest first. */
export async function batchesOf(db: Queryable, owner: `0x${string}`, limit: number) {
  return db
    .select({
      id: registrationBatches.id,
      name: registrationBatches.name,
      createdAt: registrationBatches.createdAt,
      rows: sql<number>`count(${registrationBatchRows.line})`.mapWith(Number),
      minted: sql<number>`count(${positions.id})`.mapWith(Number),
    })
    .from(registrationBatches)
    .leftJoin(registrationBatchRows, eq(registrationBatchRows.batchId, registrationBatches.id))
    .leftJoin(positions, eq(positions.deviceId, registrationBatchRows.deviceId))
    .where(eq(registrationBatches.owner, owner))
    .groupBy(registrationBatches.id)
    .orderBy(desc(registrationBatches.createdAt), asc(registrationBatches.id))
    .limit(limit)
}

export async function batchCounts(db: Queryable, batchId: string, now: Date): Promise<BatchCounts> {
  const state = stateAt(now)
  const rows = await db
    .select({ state, rows: sql<number>`count(*)`.mapWith(Number) })
    .from(registrationBatchRows)
    .leftJoin(registrations, eq(registrations.id, registrationBatchRows.registrationId))
    .leftJoin(positions, eq(positions.deviceId, registrationBatchRows.deviceId))
    .where(eq(registrationBatchRows.batchId, batchId))
    .groupBy(sql`1`)
  const counts: BatchCounts = { refused: 0, waiting: 0, proven: 0, minted: 0, expired: 0 }
  for (const row of rows) counts[row.state] = row.rows
  return counts
}

/** Rows of a batch in the order of the file, with their registration and what became of it. */
export async function batchRows(
  db: Queryable,
  batchId: string,
  now: Date,
  options: { state?: BatchRowState | undefined; after?: number | undefined; limit?: number | undefined } = {},
) {
  const state = stateAt(now)
  const query = db
    .select({
      line: registrationBatchRows.line,
      cells: registrationBatchRows.cells,
      problems: registrationBatchRows.problems,
      deviceId: registrationBatchRows.deviceId,
      keyType: registrationBatchRows.keyType,
      keyX: registrationBatchRows.keyX,
      keyY: registrationBatchRows.keyY,
      refusal: registrationBatchRows.refusal,
      state,
      registration: registrations,
      positionId: positions.id,
      transaction: positions.registeredTransaction,
    })
    .from(registrationBatchRows)
    .leftJoin(registrations, eq(registrations.id, registrationBatchRows.registrationId))
    .leftJoin(positions, eq(positions.deviceId, registrationBatchRows.deviceId))
    .where(
      and(
        eq(registrationBatchRows.batchId, batchId),
        options.after === undefined ? undefined : gt(registrationBatchRows.line, options.after),
        options.state && sql`${state} = ${options.state}`,
      ),
    )
    .orderBy(asc(registrationBatchRows.line))
  return options.limit === undefined ? query : query.limit(options.limit)
}

export type BatchRow = Awaited<ReturnType<typeof batchRows>>[number]
