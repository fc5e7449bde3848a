import { headBlock } from '@/db/queries/head'
import { transactionEntries } from '@/db/queries/ledger'
import type { TransactionPage } from '@/lib/market/ledger-entry'
import { context, type ServerContext } from '../context'

/** What one transaction did, from the public record; undefined where the record has nothing of it. */
export async function readTransaction(
  hash: string,
  { db, deployment, now }: Pick<ServerContext, 'db' | 'deployment' | 'now'> = context(),
): Promise<TransactionPage | undefined> {
  const [entries, head] = await Promise.all([transactionEntries(db, hash), headBlock(db)])
  const first = entries[0]
  if (!first?.onChain) return undefined
  const { block } = first.onChain
  const confirmations = Math.max((head?.number ?? block) - block + 1, 1)
  return {
    hash,
    block,
    time: first.time,
    confirmations,
    isFinal: confirmations > deployment.finalityDepth,
    entries,
    now: now(),
  }
}
