import type { Cents } from '@/lib/core/money'
import type { ValuationInputs } from './inputs'

/** The telescoping parts in their order; each is the difference of two nested models, so they add up to the value. */
export const partNames = [
  'salvage',
  'base_rewards',
  'network_premium',
  'dilution',
  'circulation_premium',
] as const
export type PartName = (typeof partNames)[number]

/** What a position is worth, in US cents. */
export type Valuation = {
  /** name and version of the model */
  model: string
  /** mean of the realised present value */
  value: Cents
  /** quantiles of the realised present value: lifetime, price and parameter uncertainty included */
  p5: Cents
  p50: Cents
  p95: Cents
  /** add up to `value` to the cent */
  parts: { name: PartName; cents: Cents }[]
  /** parts this model does not compute; they are not zero, they are not known */
  omitted: PartName[]
  inputs: ValuationInputs
}
