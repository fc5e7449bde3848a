import type { Hex } from 'viem'
import { receiptOf } from '@/lib/valuation/engine/receipt'
import { receiptTypedData } from '@/lib/valuation/engine/receipt-signature'
import type { EngineValuation } from '@/lib/valuation/engine/value-with-engine'
import type { ValuationContext } from './valuation-context'

/** The valuer's signature over a valuation of a device; undefined where this server has no valuer. */
export async function signReceipt(
  { valuer, deployment, now }: ValuationContext,
  deviceId: Hex,
  valuation: EngineValuation,
): Promise<{ valuer: Hex; signature: Hex; issuedAt: number } | undefined> {
  if (!valuer || !deployment) return undefined
  const issuedAt = Math.floor(now().getTime() / 1000)
  const signature = await valuer.signTypedData(
    receiptTypedData(receiptOf(valuation), {
      chainId: deployment.chainId,
      verifyingContract: deployment.positions,
      deviceId,
      issuedAt: BigInt(issuedAt),
    }),
  )
  return { valuer: valuer.address, signature, issuedAt }
}
