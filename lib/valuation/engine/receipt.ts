import canonicalize from 'canonicalize'
import { type Hex, keccak256, stringToBytes } from 'viem'
import { z } from 'zod'
import { partNames } from '../valuation'
import {
  type EngineInputs,
  type EngineSettings,
  engineInputsSchema,
  engineSettingsSchema,
  type FirstEngineInputs,
  firstEngineInputsSchema,
  noJumps,
} from './inputs'
import { ENGINE_MODEL, type EngineValuation, type ValuedRun, valueWithEngine } from './value-with-engine'

const cents = z.string().regex(/^-?\d{1,18}$/)
const hash = z.string().regex(/^0x[0-9a-f]{64}$/)

const figures = {
  settings: engineSettingsSchema,
  /** keccak256 of the canonical JSON of model, inputs and settings */
  inputsHash: hash,
  value: cents,
  p5: cents,
  p50: cents,
  p95: cents,
  parts: z.array(z.strictObject({ name: z.enum(partNames), cents })),
  standardError: cents,
}

/** The model before this one, whose inputs have no jumps; its receipts are recomputed as those of none. */
export const FIRST_ENGINE_MODEL = 'engine-1'

/** A valuation that anyone can recompute. Figures are US cents, as decimal text. */
export const receiptSchema = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal(ENGINE_MODEL), inputs: engineInputsSchema, ...figures }),
  z.strictObject({ model: z.literal(FIRST_ENGINE_MODEL), inputs: firstEngineInputsSchema, ...figures }),
])

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
  const { inputs, settings } = valuation
  return { model: ENGINE_MODEL, inputs, inputsHash: inputsHashOf(inputs, settings), ...figuresOf(valuation) }
}

function figuresOf({ settings, value, p5, p50, p95, parts, standardError }: EngineValuation) {
  return {
    settings,
    value: value.toString(),
    p5: p5.toString(),
    p50: p50.toString(),
    p95: p95.toString(),
    parts: parts.map((part) => ({ name: part.name, cents: part.cents.toString() })),
    standardError: Math.round(standardError * 100).toString(),
  }
}

/**
 * Values a receipt's inputs again: the run, and the receipt it should have been, of the same model.
 * @param onProgress told the share of the work done, a few times
 */
export function recompute(
  given: Receipt,
  onProgress?: (share: number) => void,
): { run: ValuedRun; receipt: Receipt } {
  const { model, inputs, settings } = given
  if (model === ENGINE_MODEL) {
    const run = valueWithEngine(inputs, settings, onProgress)
    return { run, receipt: receiptOf(run.valuation) }
  }
  const run = valueWithEngine(withoutJumps(inputs), settings, onProgress)
  const inputsHash = hashOf({ model, inputs, settings })
  return { run, receipt: { model, inputs, inputsHash, ...figuresOf(run.valuation) } }
}

function withoutJumps(inputs: FirstEngineInputs): EngineInputs {
  const none = noJumps('the model engine-1 had none')
  return { ...inputs, ...none, moves: inputs.moves.map((move) => ({ ...move, ...none })) }
}

/**
 * Recomputes a receipt and names what differs: an altered input as `inputsHash` and in whatever figure it moves, an
 * altered figure by its own name, a receipt out of form as `form`. Empty: the same to the cent.
 */
export function checkReceipt(receipt: unknown): string[] {
  const parsed = receiptSchema.safeParse(receipt)
  if (!parsed.success)
    return ['form', ...parsed.error.issues.map((issue) => issue.path.map(String).join('.'))]
  return differencesOf(parsed.data, recompute(parsed.data).receipt)
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
