import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { batchRows, findBatch } from '@/db/queries/batches'
import { registrationBatchRows, registrations } from '@/db/schema'
import { NotAllowedError, NotFoundError } from '@/lib/core/errors'
import type { SignedInContext } from '../../action/signed-in-action'
import { deadlineFrom } from '../time'

type Context = Pick<SignedInContext, 'db' | 'now' | 'session'>

/**
 * Goes on with a batch that stopped: rows whose challenge expired unused get a new one. Rows that are minted, wait or
 * were refused in the file stay as they are.
 *
 * @throws NotFoundError; NotAllowedError for anyone but the owner
 */
export async function renewBatch({ db, now, session }: Context, id: string): Promise<{ renewed: number }> {
  const batch = await findBatch(db, id)
  if (!batch) throw new NotFoundError('There is no such file of devices.')
  if (batch.owner !== session.address)
    throw new NotAllowedError('Only the account that gave this file can go on with it.')
  const rows = registrationBatchRows
  const deadline = deadlineFrom(now())
  return db.transaction(async (transaction) => {
    const expired = await batchRows(transaction, id, now(), { state: 'expired' })
    for (const { line, registration } of expired) {
      if (!registration) continue
      const { owner, network, model, cell, placeCommitment, metadataHash } = registration
      const registrationId = randomUUID()
      await transaction
        .insert(registrations)
        .values({ id: registrationId, owner, network, model, cell, placeCommitment, metadataHash, deadline })
      await transaction
        .update(rows)
        .set({ registrationId, refusal: null })
        .where(and(eq(rows.batchId, id), eq(rows.line, line)))
    }
    return { renewed: expired.length }
  })
}
