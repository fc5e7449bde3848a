import type { Address, Hex } from 'viem'
import { z } from 'zod'
import { checkReceipt, receiptSchema } from './receipt'
import { isSignedBy } from './receipt-signature'

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/)
const hash = z.string().regex(/^0x[0-9a-f]{64}$/)

/** Who vouched for a receipt, for which device, when and on which chain: what EIP-712 needs beside the receipt. */
export const receiptSealSchema = z.strictObject({
  chainId: z.int().positive(),
  /** contract of the positions */
  verifyingContract: address,
  deviceId: hash,
  /** Unix seconds */
  issuedAt: z.int().positive(),
  valuer: address,
  signature: z.string().regex(/^0x([0-9a-f]{2}){1,1024}$/i),
})

/** A receipt as the API hands it out; other fields beside these two are not looked at. */
export const signedReceiptSchema = z.object({
  receipt: receiptSchema,
  seal: receiptSealSchema.nullable(),
})

/**
 * Recomputes a receipt and judges its signature; names what is wrong, nothing for a good one. Beside the names of
 * `checkReceipt`: `unsigned`, `signature` where receipt, device, moment, chain or contract are not what the valuer
 * signed, `valuer` where somebody else than the one expected signed it.
 *
 * @param expected the valuer whose word counts; whoever signed it unless told
 *
 * @example
 * await checkSignedReceipt(await (await fetch(`${origin}/api/v1/valuations/${id}`)).json()) // []
 */
export async function checkSignedReceipt(given: unknown, expected?: Address): Promise<string[]> {
  const parsed = signedReceiptSchema.safeParse(given)
  if (!parsed.success)
    return ['form', ...parsed.error.issues.map((issue) => issue.path.map(String).join('.'))]
  const { receipt, seal } = parsed.data
  const wrong = checkReceipt(receipt)
  if (!seal) return [...wrong, 'unsigned']
  const { chainId, issuedAt } = seal
  const isGood = await isSignedBy(
    receipt,
    {
      chainId,
      verifyingContract: seal.verifyingContract as Address,
      deviceId: seal.deviceId as Hex,
      issuedAt: BigInt(issuedAt),
    },
    seal.signature as Hex,
    seal.valuer as Address,
  )
  if (!isGood) wrong.push('signature')
  if (expected && expected.toLowerCase() !== seal.valuer.toLowerCase()) wrong.push('valuer')
  return wrong
}
