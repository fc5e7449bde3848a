import { and, eq, gt, ne, sql } from 'drizzle-orm'
import type { Hex } from 'viem'
import type { Transaction } from '@/db/client'
import { registrations } from '@/db/schema'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { registrationDigest } from '@/lib/chain/device'
import { deviceId } from '@/lib/chain/ids'
import { ConflictError } from '@/lib/core/errors'
import type { ServerContext } from '../context'
import { type RegistrationRow, registrationClaim } from './claims'
import { findRegistration } from './get-registration'
import type { Proof } from './input'
import { judgeProof } from './judge-proof'
import { type RegistrationView, viewRegistration } from './view-registration'

/**
 * A device's answer to its challenge. When the device signed this claim and is free, the attester signs it too, and
 * the registration is ready for the owner's wallet. The same proof again gives the same answer.
 *
 * @throws NotFoundError; NotAllowedError (wrong_signature); ConflictError with `details.reason`: expired,
 * already_registered, attested_for_another, already_proven
 */
export async function submitProof(
  context: ServerContext,
  id: string,
  proof: Proof,
): Promise<RegistrationView> {
  const { db, client, deployment, attester, now } = context
  const found = await findRegistration(db, id)
  const device = deviceId(proof.key)
  if (found.row.status === 'attested') return repeated(context, found, device)

  const digest = registrationDigest(deployment, registrationClaim(found.row, device))
  judgeProof(proof, digest, found.row.deadline, now())
  const positionId = await client.readContract({
    address: deployment.positions,
    abi: devicePositionsAbi,
    functionName: 'tokenOfDevice',
    args: [device],
  })
  if (positionId !== 0n)
    throw new ConflictError(`This device is registered already, as position ${positionId}.`, {
      details: { reason: 'already_registered', positionId: Number(positionId) },
    })
  const attesterSignature = await attester.sign({ hash: digest })

  const row = await db.transaction(async (transaction) => {
    await refuseOtherOwners(transaction, device, found.row, now())
    const [attested] = await transaction
      .update(registrations)
      .set({
        status: 'attested',
        deviceId: device,
        keyType: proof.key.keyType,
        keyX: proof.key.x,
        keyY: proof.key.y,
        deviceSignature: proof.signature,
        attester: attester.address,
        attesterSignature,
        attestedAt: now(),
      })
      .where(and(eq(registrations.id, id), eq(registrations.status, 'challenged')))
      .returning()
    return attested
  })
  // somebody answered between our reading and writing
  if (!row) return repeated(context, await findRegistration(db, id), device)
  return viewRegistration(context, { ...found, row })
}

type Found = Awaited<ReturnType<typeof findRegistration>>

/** The same device has proven this claim before: whatever its signature looked like, the answer stands. */
function repeated(context: ServerContext, found: Found, device: Hex): RegistrationView {
  if (found.row.deviceId !== device)
    throw new ConflictError('Another device has answered this challenge.', {
      details: { reason: 'already_proven' },
    })
  return viewRegistration(context, found)
}

/** Two owners cannot both hold a claim that is good: the first attested stands until its deadline. */
async function refuseOtherOwners(transaction: Transaction, device: Hex, row: RegistrationRow, now: Date) {
  // one decision a device at a time; the lock goes with the transaction
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${device}, 0))`)
  const others = await transaction
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.deviceId, device),
        ne(registrations.owner, row.owner),
        gt(registrations.deadline, now),
      ),
    )
    .limit(1)
  if (others.length > 0)
    throw new ConflictError('This device has proven itself for another owner, whose claim is still good.', {
      details: { reason: 'attested_for_another' },
    })
}
