import { setTimeout as wait } from 'node:timers/promises'
import type { Queryable } from '@/db/client'
import { headBlock } from '@/db/queries/head'

const POLL_MS = 100

/**
 * Waits until the indexer has read a block, so that what is stored next is judged by no older state than the one it
 * was checked against. Gives up quietly after a while: the caller's own checks then say what is not read yet.
 */
export async function untilRead(db: Queryable, blockNumber: bigint, patienceMs = 4_000): Promise<boolean> {
  for (let waited = 0; ; waited += POLL_MS) {
    const head = await headBlock(db)
    if (head && BigInt(head.number) >= blockNumber) return true
    if (waited >= patienceMs) return false
    await wait(POLL_MS)
  }
}
