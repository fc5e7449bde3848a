import type { z } from 'zod'
import type { StoredValuation } from '@/db/queries/valuations'
import type { Deployment } from '@/lib/chain/deployment'
import { receiptOfStored } from '@/lib/valuation/engine/stored-receipt'
import type { storedReceipt } from '../schemas/valuation'

/** A stored valuation as its receipt; undefined for one of an older model, which cannot be recomputed. */
export function toStoredReceipt(
  stored: StoredValuation & { deviceId: `0x${string}` },
  deployment: Deployment,
): z.input<typeof storedReceipt> | undefined {
  const receipt = receiptOfStored(stored)
  if (!receipt) return undefined
  const { valuer, signature, issuedAt } = stored
  return {
    id: stored.id,
    position: stored.positionId,
    computedAt: stored.createdAt.toISOString(),
    staleSince: stored.staleSince?.toISOString() ?? null,
    receipt,
    seal:
      valuer && signature && issuedAt !== null
        ? {
            chainId: deployment.chainId,
            verifyingContract: deployment.positions,
            deviceId: stored.deviceId,
            issuedAt,
            valuer,
            signature,
          }
        : null,
  }
}
