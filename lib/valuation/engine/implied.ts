import type { EngineInputs } from './inputs'
import { revalue } from './revalue'
import type { ValuedRun } from './value-with-engine'

const STEPS = 40

/** What would have to be true for a price to be the value, all else and the policy as they are; null: no figure does it. */
export type Implied = {
  /** yearly growth of the reward per node while the node count is frozen, continuously compounded, −2 … 2 */
  growth: number | null
  /** effective yearly return, 0 … 10 */
  requiredReturn: number | null
}

/** @param price USD */
export function impliedBy(run: ValuedRun, price: number): Implied {
  const at = (changes: Partial<EngineInputs>) =>
    revalue(run, { ...run.valuation.inputs, ...changes }).value - price
  const { rewardGrowth, requiredReturn } = run.valuation.inputs
  return {
    growth: impliedRoot((value) => at({ rewardGrowth: { ...rewardGrowth, value } }), -2, 2),
    requiredReturn: impliedRoot((value) => -at({ requiredReturn: { ...requiredReturn, value } }), 0, 10),
  }
}

/**
 * Where an increasing function crosses zero, by false position with Illinois' halving; null where it does not.
 * @param near so close to zero is on it
 */
export function impliedRoot(f: (x: number) => number, from: number, to: number, near = 1e-4): number | null {
  let [low, high] = [from, to]
  let [below, above] = [f(low), f(high)]
  if (below > 0 || above < 0) return null
  for (let step = 0; step < STEPS && high - low > 1e-7; step++) {
    const x = above === below ? (low + high) / 2 : (low * above - high * below) / (above - below)
    const y = f(x)
    if (Math.abs(y) < near) return x
    if (y < 0) {
      low = x
      below = y
      above /= 2
    } else {
      high = x
      above = y
      below /= 2
    }
  }
  return (low + high) / 2
}
