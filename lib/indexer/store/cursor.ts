import { asc, desc, gte } from 'drizzle-orm'
import type { Hex } from 'viem'
import type { Queryable } from '@/db/client'
import { blocks, chainMeta } from '@/db/schema'
import type { LocalChain } from '../reconcile/reconcile-block'

/** The run of blocks that can still be undone, with the block at the finality line below it. */
export async function readLocalChain(db: Queryable): Promise<LocalChain> {
  const [meta] = await db
    .select({ finalized: chainMeta.finalizedBlock, startBlock: chainMeta.startBlock })
    .from(chainMeta)
  if (!meta) throw new TypeError('chain_meta is empty; bindChain comes first')
  const own = await db
    .select({ number: blocks.number, hash: blocks.hash, parentHash: blocks.parentHash })
    .from(blocks)
    .where(gte(blocks.number, meta.finalized))
    .orderBy(asc(blocks.number))
  return { blocks: own, ...meta }
}

/** The last block applied. */
export async function readTip(db: Queryable): Promise<{ number: number; hash: Hex; time: Date } | undefined> {
  const [tip] = await db
    .select({ number: blocks.number, hash: blocks.hash, time: blocks.time })
    .from(blocks)
    .orderBy(desc(blocks.number))
    .limit(1)
  return tip
}
