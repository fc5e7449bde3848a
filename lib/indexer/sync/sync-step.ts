import type { Deployment } from '@/lib/chain/deployment'
import type { Leadership } from '../lead/try-to-lead'
import { readHead } from '../source/read-headers'
import { type Applied, applyRange } from '../store/apply-range'
import { bindChain } from '../store/bind-chain'
import { readLocalChain } from '../store/cursor'
import { type RangeReader, readRange } from './read-range'

export type Step = { head: number; applied: Applied | undefined }

/**
 * One step towards the node's head: read where we and the node stand, read a range, apply it in one transaction.
 * Whatever interrupts it leaves the database as it was before or as it is after.
 */
export async function syncStep(
  leadership: Leadership,
  deployment: Deployment,
  reader: RangeReader,
): Promise<Step> {
  const node = await readHead(reader.rpc)
  const local = await leadership.transaction(async (tx) => {
    await bindChain(tx, deployment, node)
    return readLocalChain(tx)
  })
  const range = await readRange(reader, local, node.head)
  const applied = range && (await leadership.transaction((tx) => applyRange(tx, deployment, range)))
  return { head: node.head.number, applied }
}
