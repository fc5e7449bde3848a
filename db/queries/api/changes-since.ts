import { and, eq, gt, gte, isNotNull, like } from 'drizzle-orm'
import { blocks, ledger, orderStates, orders } from '@/db/schema'
import type { Queryable } from '../../client'

/** Most entries of each list; one more is read, to tell that there are more. */
export const MOST_CHANGES = 50

export type ChangesSince = { kinds: string[]; positions: number[]; orders: string[]; isCut: boolean }

/** Whether a block with that number and start of a hash is still the chain's, as far as it is on record. */
export async function knowsBlock(db: Queryable, block: number, hashStart: string): Promise<boolean> {
  const rows = await db
    .select({ number: blocks.number })
    .from(blocks)
    .where(and(eq(blocks.number, block), like(blocks.hash, `${hashStart}%`)))
  return rows.length > 0
}

/** What came after a block, and what was posted since a moment. */
export async function changesSince(db: Queryable, block: number, since: Date): Promise<ChangesSince> {
  const limit = MOST_CHANGES + 1
  const after = gt(ledger.blockNumber, block)
  const kinds = await db.selectDistinct({ kind: ledger.kind }).from(ledger).where(after)
  const positions = await db
    .selectDistinct({ id: ledger.positionId })
    .from(ledger)
    .where(and(after, isNotNull(ledger.positionId)))
    .limit(limit)
  const judged = await db
    .select({ hash: orderStates.orderHash })
    .from(orderStates)
    .where(gt(orderStates.checkedBlock, block))
    .limit(limit)
  const posted = await db
    .select({ hash: orders.hash, kind: orders.kind, positionId: orders.positionId })
    .from(orders)
    .where(gte(orders.createdAt, since))
    .limit(limit)
  const ids = [
    ...new Set([...positions.flatMap(({ id }) => id ?? []), ...posted.map((row) => row.positionId)]),
  ]
  const hashes = [...new Set([...judged, ...posted].map(({ hash }) => hash))]
  return {
    kinds: [
      ...new Set([
        ...kinds.map((row) => row.kind),
        ...posted.map(({ kind }) => (kind === 'listing' ? 'listed' : 'offered')),
      ]),
    ],
    positions: ids.slice(0, MOST_CHANGES),
    orders: hashes.slice(0, MOST_CHANGES),
    isCut: ids.length > MOST_CHANGES || hashes.length > MOST_CHANGES,
  }
}
