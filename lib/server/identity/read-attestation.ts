import { desc, eq } from 'drizzle-orm'
import { decodeFunctionData, type Hex, TransactionNotFoundError } from 'viem'
import { metadataDocuments, positions, registrations } from '@/db/schema'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import type { Attestation } from '@/lib/chain/identity/credential'
import { deviceId, keyTypes } from '@/lib/chain/ids'
import type { DeviceMetadata } from '@/lib/chain/metadata-hash'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import type { ServerContext } from '../context'
import { proofOf, registrationClaim } from '../registrations/claims'

type Context = Pick<ServerContext, 'db' | 'client' | 'deployment'>
type Proof = Pick<Attestation, 'claim' | 'key' | 'deviceSignature' | 'attester' | 'attesterSignature'>

/**
 * What a position was registered by: the claim with both signatures, from the transaction that minted it, or from our
 * own record where a wallet contract sent it.
 *
 * @throws NotFoundError; ConflictError where the signatures or the document cannot be had any more
 */
export async function readAttestation(context: Context, positionId: number): Promise<Attestation> {
  const { db, deployment } = context
  const [position] = await db.select().from(positions).where(eq(positions.id, positionId))
  if (!position)
    throw new NotFoundError(`There is no position ${positionId}.`, { details: { id: positionId } })
  const { deviceId: device, registeredTransaction: transaction, registeredAt } = position
  const proof = (await fromTransaction(context, transaction, device)) ?? (await fromRecord(db, device))
  if (!proof)
    throw new ConflictError('The signatures of this registration are not at hand.', {
      details: { reason: 'no_proof' },
    })
  const [document] = await db
    .select()
    .from(metadataDocuments)
    .where(eq(metadataDocuments.hash, proof.claim.metadata))
  if (!document)
    throw new ConflictError('The document this registration was signed with is not at hand.', {
      details: { reason: 'no_document' },
    })
  return {
    chainId: deployment.chainId,
    positions: deployment.positions,
    positionId,
    ...proof,
    // only documents that passed metadataSchema are signed by our attester
    metadata: document.document as DeviceMetadata,
    transaction,
    registeredAt,
  }
}

/** The proof as it stands in the minting transaction's own call. */
async function fromTransaction(
  { client, deployment }: Context,
  hash: Hex,
  device: Hex,
): Promise<Proof | undefined> {
  const { to, input } = await client.getTransaction({ hash }).catch((error: unknown) => {
    // a node may have forgotten old transactions
    if (error instanceof TransactionNotFoundError) return { to: undefined, input: '0x' as const }
    throw error
  })
  if (to?.toLowerCase() !== deployment.positions.toLowerCase()) return undefined
  const call = decodeFunctionData({ abi, data: input })
  const proofs =
    call.functionName === 'registerMany'
      ? call.args[0]
      : call.functionName === 'register'
        ? [
            {
              claim: call.args[0],
              key: call.args[1],
              deviceSignature: call.args[2],
              attester: call.args[3],
              attesterSignature: call.args[4],
            },
          ]
        : []
  for (const proof of proofs) {
    const keyType = keyTypes[proof.key.keyType]
    if (!keyType) continue
    const key = { keyType, x: proof.key.x, y: proof.key.y }
    if (deviceId(key) === device) return { ...proof, key }
  }
  return undefined
}

/** The proof as we kept it when the device answered. */
async function fromRecord(db: Context['db'], device: Hex): Promise<Proof | undefined> {
  const [row] = await db
    .select()
    .from(registrations)
    .where(eq(registrations.deviceId, device))
    .orderBy(desc(registrations.attestedAt))
    .limit(1)
  const proof = row && proofOf(row)
  return proof && { ...proof, claim: registrationClaim(row, device) }
}
