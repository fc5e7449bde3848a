import { meanValue, pathValues } from './cash-flows'
import { holderPolicy } from './holder-policy'
import type { EngineInputs } from './inputs'
import { drawJointScenarios } from './joint-scenarios'
import type { MarketDraws } from './market-draws'
import type { Scenarios } from './scenarios'
import { type Terms, termsOf } from './terms'

export type ScenarioQuestion = {
  inputs: EngineInputs
  /** paths the holder's policy is fitted on */
  policyPaths: number
  /** the position's value as its valuation states it: the mean its scenarios are brought to. USD */
  valueUsd: number
  /** network the device serves */
  network: string
  /** whole numbers that name the devices, all of these inputs */
  seeds: readonly number[]
  /** holding periods */
  months: readonly number[]
}

/**
 * Present value of positions of equal inputs in each of a market's scenarios, under the holder's policy of their
 * valuation, realised with their own failure: by device, by holding period, the hardware sold at its end. Means are those
 * of the valuation (for shorter periods, as far below as on these paths), so that a basket's mean adds up to its values.
 *
 * @returns undefined where the market lacks a network of the inputs
 */
export function positionScenarios(
  { inputs, policyPaths, valueUsd, network, seeds, months }: ScenarioQuestion,
  market: MarketDraws,
): Float32Array[][] | undefined {
  const terms = termsOf(inputs)
  const policy = holderPolicy(inputs, terms, policyPaths)
  const all: Float32Array[][] = []
  for (const seed of seeds) {
    const scenarios = drawJointScenarios(inputs, network, market, seed)
    if (!scenarios) return undefined
    const actions = policy(scenarios)
    const whole = pathValues(terms, scenarios, actions)
    const mean = meanValue(whole.expected)
    all.push(
      months.map((period) => {
        const held = Math.min(period, terms.months)
        const { expected, realised } =
          held === terms.months ? whole : heldFor(inputs, scenarios, actions, held)
        return broughtTo(valueUsd + meanValue(expected) - mean, realised)
      }),
    )
  }
  return all
}

/** Values with another mean: in proportion, which moves the low quantiles least, or where that has no sense all by as much. */
function broughtTo(mean: number, values: Float64Array): Float32Array {
  const before = meanValue(values)
  if (mean > 0 && before > 0) return Float32Array.from(values, (value) => (value * mean) / before)
  return Float32Array.from(values, (value) => value + mean - before)
}

/** The same months of the same paths, up to the end of a shorter holding period. */
function heldFor(inputs: EngineInputs, scenarios: Scenarios, actions: Uint8Array, months: number) {
  const terms: Terms = termsOf({ ...inputs, horizon: { ...inputs.horizon, value: months } })
  const { paths, months: whole } = scenarios
  const cut = <array extends Float64Array | Uint8Array>(values: array, out: array): array => {
    for (let path = 0; path < paths; path++)
      out.set(values.subarray(path * whole, path * whole + months), path * months)
    return out
  }
  const shorter: Scenarios = {
    ...scenarios,
    months,
    noise: scenarios.noise.map((noise) => cut(noise, new Float64Array(paths * months))),
  }
  return pathValues(terms, shorter, cut(actions, new Uint8Array(paths * months)))
}
