import type { Cents } from '@/lib/core/money'
import { type Receipt, receiptSchema } from './receipt'

/** A valuation as it is stored, of whichever model. */
export type StoredFigures = {
  model: string
  inputs: unknown
  settings: unknown
  inputsHash: string
  value: Cents
  p5: Cents
  p50: Cents
  p95: Cents
  parts: readonly { name: string; cents: Cents }[]
  standardError: Cents | null
}

/** Its receipt; undefined for one of a model before the engine, which cannot be recomputed. */
export function receiptOfStored(stored: StoredFigures): Receipt | undefined {
  const { model, inputs, settings, inputsHash } = stored
  return receiptSchema.safeParse({
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
  }).data
}
