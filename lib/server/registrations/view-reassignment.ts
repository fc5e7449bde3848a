import { type Address, type Hex, isAddressEqual, zeroAddress } from 'viem'
import { reassignCall } from '@/lib/chain/device'
import type { DeviceMetadata } from '@/lib/chain/metadata-hash'
import type { ServerContext } from '../context'
import { proofOf, type ReassignmentRow, reassignmentClaim } from './claims'
import type { positionOnChain } from './position-on-chain'
import { reassignmentJson } from './typed-data-json'
import { type ChallengeView, statusOf, viewTerms } from './view-registration'

export type ReassignmentView = ChallengeView & {
  kind: 'reassignment'
  positionId: number
  typedData: ReturnType<typeof reassignmentJson>
  /** both signatures of the claim, once there are */
  signatures: { device: Hex; attester: Hex } | null
  /**
   * who uses the position under a lease; while there is one, `call` is null and is made by `reassignCall` with their
   * signature of the same typed data
   */
  user: Address | null
}

type Context = Pick<ServerContext, 'deployment' | 'publicUrl' | 'now'>

type Parts = {
  row: ReassignmentRow
  metadata: DeviceMetadata
  onChain: Awaited<ReturnType<typeof positionOnChain>>
}

/** A reassignment as the API shows it. Once the device's nonce has moved on, it is done or was overtaken. */
export function viewReassignment(
  { deployment, publicUrl, now }: Context,
  { row, metadata, onChain }: Parts,
): ReassignmentView {
  const proof = proofOf(row)
  const claim = reassignmentClaim(row)
  const user = isAddressEqual(onChain.user, zeroAddress) ? null : onChain.user
  return {
    kind: 'reassignment',
    ...viewTerms(row, metadata),
    status: statusOf(row, onChain.nonce > row.nonce, now()),
    proofUrl: new URL(`/api/v1/reassignments/${row.id}/proof`, publicUrl).href,
    typedData: reassignmentJson(deployment, claim),
    device: proof ? { id: row.deviceId, key: proof.key } : null,
    attester: row.attester,
    call: proof && !user ? reassignCall(deployment.positions, { claim, ...proof }) : null,
    signatures: proof ? { device: proof.deviceSignature, attester: proof.attesterSignature } : null,
    positionId: row.positionId,
    user,
  }
}
