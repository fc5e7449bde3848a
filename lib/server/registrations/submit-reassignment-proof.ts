import { and, eq } from 'drizzle-orm'
import { isAddressEqual } from 'viem'
import { reassignments } from '@/db/schema'
import { reassignmentDigest } from '@/lib/chain/device'
import { deviceId } from '@/lib/chain/ids'
import { ConflictError, NotAllowedError } from '@/lib/core/errors'
import type { ServerContext } from '../context'
import { reassignmentClaim } from './claims'
import { findReassignment, getReassignment } from './get-reassignment'
import type { Proof } from './input'
import { judgeProof } from './judge-proof'
import { type ReassignmentView, viewReassignment } from './view-reassignment'

/**
 * A device's consent to be moved. When it is the position's own device, and owner and nonce are still those of the
 * challenge, the attester signs too. The same proof again gives the same answer.
 *
 * @throws NotFoundError; NotAllowedError (wrong_device, wrong_signature); ConflictError with `details.reason`: expired,
 * overtaken (position sold or moved meanwhile)
 */
export async function submitReassignmentProof(
  context: ServerContext,
  id: string,
  proof: Proof,
): Promise<ReassignmentView> {
  const { db, deployment, attester, now } = context
  const found = await findReassignment(context, id)
  const { row, onChain } = found
  if (deviceId(proof.key) !== row.deviceId)
    throw new NotAllowedError(`This is not the device of position ${row.positionId}.`, {
      details: { reason: 'wrong_device', deviceId: row.deviceId },
    })
  if (row.status === 'attested') return viewReassignment(context, found)

  const digest = reassignmentDigest(deployment, reassignmentClaim(row))
  judgeProof(proof, digest, row.deadline, now())
  if (onChain.nonce !== row.nonce || !isAddressEqual(onChain.owner, row.owner))
    throw new ConflictError('The position was sold or moved since; ask for a new challenge.', {
      details: { reason: 'overtaken' },
    })

  const [attested] = await db
    .update(reassignments)
    .set({
      status: 'attested',
      keyType: proof.key.keyType,
      keyX: proof.key.x,
      keyY: proof.key.y,
      deviceSignature: proof.signature,
      attester: attester.address,
      attesterSignature: await attester.sign({ hash: digest }),
      attestedAt: now(),
    })
    .where(and(eq(reassignments.id, id), eq(reassignments.status, 'challenged')))
    .returning()
  // another answer of the same device came between our reading and writing
  if (!attested) return getReassignment(context, id)
  return viewReassignment(context, { ...found, row: attested })
}
