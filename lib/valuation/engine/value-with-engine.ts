import { InvalidInputError } from '@/lib/core/errors'
import { splitLargestRemainder, toMoney } from '@/lib/core/money'
import { quantile, sorted } from '@/lib/math/statistics/quantiles'
import { expectedRewards, expectedSalvage } from '../expected-value'
import type { PartName, Valuation } from '../valuation'
import { pathValues } from './cash-flows'
import { gainOf } from './gain'
import { holderPolicy } from './holder-policy'
import { DEFAULT_SETTINGS, type EngineInputs, type EngineSettings, parseEngineInputs } from './inputs'
import { drawScenarios, type Scenarios } from './scenarios'
import { engineProcess, ownReward, type Terms, termsOf } from './terms'

/**
 * Name and version of the model: other figures for the same inputs need another name. engine-1 had no jumps in its inputs;
 * without jumps the two come to the same cents.
 */
export const ENGINE_MODEL = 'engine-2'

export type EngineValuation = Omit<Valuation, 'inputs'> & {
  inputs: EngineInputs
  settings: EngineSettings
  /** of `value` under its policy, USD: what other random numbers would change */
  standardError: number
}

/** A position is worth less than this, or its inputs are wrong. USD */
const MOST_DOLLARS = 1e15

/** A valuation with what Greeks and what-ifs need to be computed under the same policy and random numbers. */
export type ValuedRun = {
  valuation: EngineValuation
  /** `value` before rounding. USD */
  value: number
  scenarios: Scenarios
  terms: Terms
  actions: Uint8Array
  /** present value of each path given everything but the time of failure. USD */
  expected: Float64Array
  realised: Float64Array
}

/**
 * Values a position as DESIGN defines it. V0 … V3 have closed forms, which are the exact means of the nested models; V4
 * is V3 plus the mean gain of the holder's policy over staying put on the same random numbers, so that V3 serves
 * as control variate with its mean known. The policy is fitted on other paths, so its gain leans low, if at all.
 * P5, P50 and P95 are of the realised present value under that policy: prices, parameters and failure included.
 *
 * @param onProgress told the share of the work done, a few times
 * @throws InvalidInputError naming each input or setting outside its range, or when the figures come to no amount of money
 */
export function valueWithEngine(
  inputs: EngineInputs,
  settings: EngineSettings = DEFAULT_SETTINGS,
  onProgress?: (share: number) => void,
): ValuedRun {
  const parsed = parseEngineInputs(inputs, settings)
  return run(parsed.inputs, parsed.settings, onProgress)
}

function run(
  inputs: EngineInputs,
  settings: EngineSettings,
  onProgress?: (share: number) => void,
): ValuedRun {
  const terms = termsOf(inputs)
  const scenarios = drawScenarios(inputs, settings.paths, settings.seed)
  onProgress?.(0.3)
  const policy = holderPolicy(inputs, terms, settings.policyPaths)
  onProgress?.(0.6)
  const actions = policy(scenarios)
  const { expected, realised } = pathValues(terms, scenarios, actions)
  onProgress?.(0.8)
  const gains = gainOf(inputs, terms, scenarios, expected)

  const parts = nestedParts(inputs, gains.mean)
  const value = parts.reduce((sum, part) => sum + part.dollars, 0)
  const ascending = sorted(realised)
  const quantiles = [0.05, 0.5, 0.95].map((p) => quantile(ascending, p))
  const dollars = [value, gains.standardError, ...quantiles, ...parts.map((part) => part.dollars)]
  if (dollars.some((amount) => !(Math.abs(amount) < MOST_DOLLARS)))
    throw new InvalidInputError('These inputs lead to amounts beyond all the money there is.')
  const [p5 = 0n, p50 = 0n, p95 = 0n] = quantiles.map(toMoney)
  const cents = toMoney(value)
  const split = splitLargestRemainder(
    cents,
    parts.map((part) => part.dollars),
  )
  return {
    valuation: {
      model: ENGINE_MODEL,
      value: cents,
      p5,
      p50,
      p95,
      parts: parts.map((part, i) => ({ name: part.name, cents: split[i] ?? 0n })),
      omitted: [],
      inputs,
      settings,
      standardError: gains.standardError,
    },
    value,
    scenarios,
    terms,
    actions,
    expected,
    realised,
  }
}

/** V0, V1 − V0, V2 − V1, V3 − V2 in closed form, and V4 − V3 as measured. USD. */
function nestedParts(inputs: EngineInputs, circulation: number): { name: PartName; dollars: number }[] {
  const network = inputs.networkReward.value * inputs.tokenPrice.value
  const base = expectedRewards(inputs, engineProcess(inputs, network, false))
  const own = expectedRewards(inputs, engineProcess(inputs, ownReward(inputs), false))
  const diluted = expectedRewards(inputs, engineProcess(inputs, ownReward(inputs), true))
  return [
    { name: 'salvage', dollars: expectedSalvage(inputs) },
    { name: 'base_rewards', dollars: base },
    { name: 'network_premium', dollars: own - base },
    { name: 'dilution', dollars: diluted - own },
    { name: 'circulation_premium', dollars: circulation },
  ]
}
