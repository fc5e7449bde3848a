import canonicalize from 'canonicalize'
import { type Hex, keccak256, stringToBytes } from 'viem'
import { z } from 'zod'
import { partNames } from '../valuation'
import { type EngineInputs, type EngineSettings, engineInputsSchema, engineSettingsSchema } from './inputs'
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

/** keccak256 of the canonical JSON (RFC 8785) of a value. */
export function hashOf(value: unknown): Hex {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('A receipt is JSON.')
  return keccak256(stringToBytes(text))
}

/** What tells valuations apart before they are made: the same hash, the same figures. */
export function inputsHashOf(inputs: EngineInputs, settings: EngineSettings): Hex {
  return hashOf({ model: ENGINE_MODEL, inputs, settings })
}

/** The receipt of a valuation; `canonicalize` (RFC 8785) of it is the text that is hashed and signed. */
export function receiptOf(valuation: EngineValuation): Receipt {
  const { inputs, settings, value, p5, p50, p95, parts, standardError } = valuation
  return {
    model: ENGINE_MODEL,
    inputs,
    settings,
    inputsHash: inputsHashOf(inputs, settings),
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
  return differencesOf(given, receiptOf(valueWithEngine(given.inputs, given.settings).valuation))
}

/** Names the figures in which a receipt is not what its inputs came to again. */
export function differencesOf(given: Receipt, again: Receipt): string[] {
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
