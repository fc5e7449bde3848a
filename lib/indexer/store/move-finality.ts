import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { blocks, chainMeta, undoJournal } from '@/db/schema'

/**
 * Raises the finality line, never lowers it, and drops what only undoing below it would need: before-images, and
 * headers on which nothing hangs. The header at the line stays, as what the next blocks are linked to.
 */
export async function moveFinality(tx: Transaction, finalized: number): Promise<void> {
  await tx.execute(
    sql`update ${chainMeta} set finalized_block = ${finalized} where finalized_block < ${finalized}`,
  )
  const line = sql`(select finalized_block from ${chainMeta})`
  await tx.execute(sql`delete from ${undoJournal} where block_number <= ${line}`)
  await tx.execute(sql`delete from ${blocks} where number < ${line} and not eventful`)
}
