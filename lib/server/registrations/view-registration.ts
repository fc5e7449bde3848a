import type { Address, Hex } from 'viem'
import { type Call, registerCall } from '@/lib/chain/device'
import type { DeviceKey } from '@/lib/chain/ids'
import type { DeviceMetadata } from '@/lib/chain/metadata-hash'
import type { ServerContext } from '../context'
import { proofOf, type RegistrationRow, registrationClaim, registrationTerms } from './claims'
import { registrationJson } from './typed-data-json'

/**
 * Where a challenge stands: waiting for the device, proven and waiting for its transaction, on chain, or past its
 * deadline without.
 */
export type ChallengeStatus = 'challenged' | 'attested' | 'done' | 'expired'

/** What a device and a page need to know of any challenge. JSON throughout. */
export type ChallengeView = {
  id: string
  status: ChallengeStatus
  owner: Address
  network: string
  model: string
  cell: string | null
  placeCommitment: Hex | null
  metadata: DeviceMetadata
  metadataHash: Hex
  /** ISO 8601; the claim is void afterwards */
  expiresAt: string
  /** where the device posts `{ key, signature }` */
  proofUrl: string
  device: { id: Hex; key: DeviceKey } | null
  attester: Address | null
  /** the transaction for the wallet, once attested */
  call: Call | null
  positionId: number | null
}

export type RegistrationView = ChallengeView & {
  kind: 'registration'
  /** complete EIP-712 JSON; the device puts its own id into `message.deviceId` */
  typedData: ReturnType<typeof registrationJson>
}

type Context = Pick<ServerContext, 'deployment' | 'publicUrl' | 'now'>

/** A registration as the API shows it. */
export function viewRegistration(
  { deployment, publicUrl, now }: Context,
  {
    row,
    metadata,
    positionId,
  }: { row: RegistrationRow; metadata: DeviceMetadata; positionId: number | null },
): RegistrationView {
  const proof = proofOf(row)
  const typedData = registrationJson(deployment, { ...registrationTerms(row), deviceId: row.deviceId })
  return {
    kind: 'registration',
    ...viewTerms(row, metadata),
    status: statusOf(row, positionId !== null, now()),
    proofUrl: new URL(`/api/v1/registrations/${row.id}/proof`, publicUrl).href,
    typedData,
    device: proof && row.deviceId ? { id: row.deviceId, key: proof.key } : null,
    attester: row.attester,
    call:
      proof && row.deviceId
        ? registerCall(deployment.positions, { claim: registrationClaim(row, row.deviceId), ...proof })
        : null,
    positionId,
  }
}

/** The part of a view that is told by the terms alone. */
export function viewTerms(row: Omit<RegistrationRow, 'deviceId'>, metadata: DeviceMetadata) {
  const { id, owner, network, model, cell, placeCommitment, metadataHash, deadline } = row
  return {
    id,
    owner,
    network,
    model,
    cell,
    placeCommitment,
    metadata,
    metadataHash,
    expiresAt: deadline.toISOString(),
  }
}

export function statusOf(
  row: { status: string; deadline: Date },
  isDone: boolean,
  now: Date,
): ChallengeStatus {
  if (isDone) return 'done'
  if (now > row.deadline) return 'expired'
  return row.status === 'attested' ? 'attested' : 'challenged'
}
