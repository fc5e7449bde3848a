import type { positions } from '@/db/schema'
import type { SignedState } from '@/lib/market/signed-state'

/** A position's row as the state its holder signs. */
export function signedStateOf(row: typeof positions.$inferSelect): SignedState {
  return {
    tokenId: row.id,
    deviceId: row.deviceId,
    network: row.network,
    model: row.model,
    cell: row.cell,
    place: row.placeCommitment,
    metadata: row.metadataHash,
    user: row.user,
    expires: row.userExpires.toString(),
    flags: row.flags,
    ownershipNonce: row.ownershipNonce,
  }
}
