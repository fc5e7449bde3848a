import type { Address } from 'viem'
import { type BatchCounts, batchCounts, findBatch } from '@/db/queries/batches'
import { NotFoundError } from '@/lib/core/errors'
import type { ServerContext } from '../../context'

/** A file of devices and how far its rows are. JSON throughout. */
export type BatchView = {
  id: string
  /** name of the file, or of what was pasted */
  name: string
  owner: Address
  createdAt: string
  rows: number
  counts: BatchCounts
  /** what the devices are to sign */
  challengesUrl: string
  /** where their answers go */
  proofsUrl: string
}

type Context = Pick<ServerContext, 'db' | 'publicUrl' | 'now'>

/** A batch as it stands. Whoever knows its id may read it; nothing in it lets anyone but the owner gain. @throws NotFoundError */
export async function getBatch({ db, publicUrl, now }: Context, id: string): Promise<BatchView> {
  const batch = await findBatch(db, id)
  if (!batch) throw new NotFoundError('There is no such file of devices.')
  const counts = await batchCounts(db, id, now())
  const base = `/api/v1/registration-batches/${id}`
  return {
    id,
    name: batch.name,
    owner: batch.owner,
    createdAt: batch.createdAt.toISOString(),
    rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts,
    challengesUrl: new URL(`${base}/challenges`, publicUrl).href,
    proofsUrl: new URL(`${base}/proofs`, publicUrl).href,
  }
}
