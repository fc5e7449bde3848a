import { eq, max } from 'drizzle-orm'
import { blocks, chainMeta } from '@/db/schema'
import type { Queryable } from '../../client'

/** The newest block read, and the last one that can no longer be undone. */
export type ChainPoint = { block: number; hash: `0x${string}`; time: Date; final: number }

/** Undefined before the first block. */
export async function readChainPoint(db: Queryable): Promise<ChainPoint | undefined> {
  const tip = db.select({ number: max(blocks.number) }).from(blocks)
  const [point] = await db
    .select({ block: blocks.number, hash: blocks.hash, time: blocks.time, final: chainMeta.finalizedBlock })
    .from(blocks)
    .leftJoin(chainMeta, eq(chainMeta.id, true))
    .where(eq(blocks.number, tip))
  return point && { ...point, final: point.final ?? 0 }
}
