import type { z } from 'zod'
import type { StoredValuation } from '@/db/queries/valuations'
import type { Deployment } from '@/lib/chain/deployment'
import { receiptSchema } from '@/lib/valuation/engine/receipt'
import type { storedReceipt } from '../schemas/valuation'

/** A stored valuation as its receipt; undefined for one of an older model, which cannot be recomputed. */
export function toStoredReceipt(
  stored: StoredValuation & { deviceId: `0x${string}` },
  deployment: Deployment,
): z.input<typeof storedReceipt> | undefined {
  const { model, inputs, settings, inputsHash } = stored
  const receipt = receiptSchema.safeParse({
    model,
    inputs,
    settings,
    inputsHash,
    value: stored.value.toString(),
    p5: stored.p5.toString(),
    p50: stored.p50.toString(),
    p95: stored.p95.toString(),
    parts: stored.parts.map(({ name, cents }) => ({ name, cents: cents.toString() })),
    standardError: stored.standardError?.toString(),
  })
  if (!receipt.success) return undefined
  const { valuer, signature, issuedAt } = stored
  return {
    id: stored.id,
    position: stored.positionId,
    computedAt: stored.createdAt.toISOString(),
    staleSince: stored.staleSince?.toISOString() ?? null,
    receipt: receipt.data,
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
