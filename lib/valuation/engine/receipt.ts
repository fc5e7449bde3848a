import canonicalize from 'canonicalize'
import { type Address, type Hex, keccak256, recoverTypedDataAddress, stringToBytes } from 'viem'
import { z } from 'zod'
import { partNames } from '../valuation'
import { engineInputsSchema, engineSettingsSchema } from './inputs'
import { ENGINE_MODEL, type EngineValuation, valueWithEngine } from './value-with-engine'

const cents = z.string().regex(/^-?\d{1,18}$/)
const hash = z.string().regex(/^0x[0-9a-f]{64}$/)

/** A valuation that anyone can recompute. Figures are US cents, as decimal text. */
export const receiptSchema = z.strictObject({
  model: z.literal(ENGINE_MODEL),
  inputs: engineInputsSchema,
  settings: engineSettingsSchema,
  /** keccak256 of the canonical JSON of model, inputs and settings */
  inputsHash: hash,
  value: cents,
  p5: cents,
  p50: cents,
  p95: cents,
  parts: z.array(z.strictObject({ name: z.enum(partNames), cents })),
  standardError: cents,
})

export type Receipt = z.output<typeof receiptSchema>

function hashOf(value: unknown): Hex {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('A receipt is JSON.')
  return keccak256(stringToBytes(text))
}

/** The receipt of a valuation; `canonicalize` (RFC 8785) of it is the text that is hashed and signed. */
export function receiptOf(valuation: EngineValuation): Receipt {
  const { model, inputs, settings, value, p5, p50, p95, parts, standardError } = valuation
  return {
    model: model as typeof ENGINE_MODEL,
    inputs,
    settings,
    inputsHash: hashOf({ model, inputs, settings }),
    value: value.toString(),
    p5: p5.toString(),
    p50: p50.toString(),
    p95: p95.toString(),
    parts: parts.map((part) => ({ name: part.name, cents: part.cents.toString() })),
    standardError: Math.round(standardError * 100).toString(),
  }
}

/**
 * Recomputes a receipt and names what differs: an altered input as `inputsHash` and in whatever figure it moves, an
 * altered figure by its own name, a receipt out of form as `form`. Empty: the same to the cent.
 */
export function checkReceipt(receipt: unknown): string[] {
  const parsed = receiptSchema.safeParse(receipt)
  if (!parsed.success)
    return ['form', ...parsed.error.issues.map((issue) => issue.path.map(String).join('.'))]
  const given = parsed.data
  const again = receiptOf(valueWithEngine(given.inputs, given.settings).valuation)
  const differing = (['inputsHash', 'value', 'p5', 'p50', 'p95', 'standardError'] as const).filter(
    (name) => given[name] !== again[name],
  )
  const parts = again.parts.filter(({ name, cents: expected }, i) => {
    const part = given.parts[i]
    return part?.name !== name || part.cents !== expected
  })
  const surplus = given.parts.length > again.parts.length ? ['parts'] : []
  return [...differing, ...parts.map(({ name }) => `parts.${name}`), ...surplus]
}

export const receiptTypes = {
  ValuationReceipt: [
    { name: 'deviceId', type: 'bytes32' },
    { name: 'receiptHash', type: 'bytes32' },
    { name: 'inputsHash', type: 'bytes32' },
    /** US cents */
    { name: 'value', type: 'uint256' },
    { name: 'p5', type: 'uint256' },
    { name: 'p50', type: 'uint256' },
    { name: 'p95', type: 'uint256' },
    /** Unix seconds */
    { name: 'issuedAt', type: 'uint64' },
  ],
} as const

/** What a valuer signs (EIP-712): the figures in the open, and the hash of the whole receipt. */
export function receiptTypedData(
  receipt: Receipt,
  context: { chainId: number; verifyingContract: Address; deviceId: Hex; issuedAt: bigint },
) {
  const { chainId, verifyingContract, deviceId, issuedAt } = context
  const positive = (text: string) => {
    const amount = BigInt(text)
    return amount > 0n ? amount : 0n
  }
  return {
    domain: { name: 'Hotswap Valuation', version: '1', chainId, verifyingContract },
    types: receiptTypes,
    primaryType: 'ValuationReceipt',
    message: {
      deviceId,
      receiptHash: hashOf(receipt),
      inputsHash: receipt.inputsHash as Hex,
      value: positive(receipt.value),
      p5: positive(receipt.p5),
      p50: positive(receipt.p50),
      p95: positive(receipt.p95),
      issuedAt,
    },
  } as const
}

/** Whether the valuer (an externally owned account) signed this receipt for this device. */
export async function isSignedBy(
  receipt: Receipt,
  context: Parameters<typeof receiptTypedData>[1],
  signature: Hex,
  valuer: Address,
): Promise<boolean> {
  try {
    const signer = await recoverTypedDataAddress({ ...receiptTypedData(receipt, context), signature })
    return signer.toLowerCase() === valuer.toLowerCase()
  } catch {
    return false
  }
}
