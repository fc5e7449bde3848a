import { controlledMean } from '@/lib/math/monte-carlo/controlled-mean'
import { expectedMargin } from '../expected-margin'
import { expectedRewards, expectedSalvage } from '../expected-value'
import { logVariance } from '../reward-process'
import { stayingValues } from './cash-flows'
import type { EngineInputs } from './inputs'
import type { Scenarios } from './scenarios'
import { asInputs, rewardProcesses, type Terms } from './terms'

/** How many times the rewards here are given for those there. */
const EXCHANGES = [1, 3]

/**
 * V4 − V3: mean gain of the policy over staying put, path pair by path pair, USD. Control variates with means known in
 * closed form: the value of staying here, of having been in each other network from the start, and of exchanging
 * several times the rewards here for those there in every month in which that pays (Margrabe 1978).
 *
 * @param expected values of the paths under the policy
 */
export function gainOf(
  inputs: EngineInputs,
  terms: Terms,
  scenarios: Scenarios,
  expected: Float64Array,
): { mean: number; standardError: number } {
  const stayed = pairMeans(stayingValues(terms, scenarios, 0))
  const gains = pairMeans(expected).map((value, pair) => value - stayed[pair]!)
  return controlledMean(gains, controlsOf(inputs, terms, scenarios, stayed))
}

/** Control variates of path pairs less their means, as `gainOf` names them. USD */
export function controlsOf(
  inputs: EngineInputs,
  terms: Terms,
  scenarios: Scenarios,
  stayed = pairMeans(stayingValues(terms, scenarios, 0)),
): Float64Array[] {
  const salvage = expectedSalvage(inputs)
  const processes = rewardProcesses(inputs)
  return processes.flatMap((process, network) => {
    const there = network === 0 ? inputs : asInputs(inputs, inputs.moves[network - 1]!)
    const mean = salvage + expectedRewards(there, process)
    if (network === 0) return [stayed.map((value) => value - mean)]
    const moved = pairMeans(stayingValues(terms, scenarios, network))
    // with jumps in either, the exchange has no mean in closed form
    const ratios = processes[0]!.jumps || process.jumps ? [] : EXCHANGES
    const exchanges = ratios.map((ratio) => {
      const exchange = exchangeMean(inputs, terms, network, ratio)
      return pairMeans(exchangeValues(terms, scenarios, network, ratio)).map((value) => value - exchange)
    })
    return [moved.map((value) => value - mean), ...exchanges]
  })
}

/** Present value on each path of what that network pays beyond `ratio` times this one, where it does. USD. */
function exchangeValues(terms: Terms, scenarios: Scenarios, network: number, ratio: number): Float64Array {
  const { months } = terms
  const [here, there] = [scenarios.noise[0]!, scenarios.noise[network]!]
  const factors = Float64Array.from(
    { length: months },
    (_, t) => terms.alive[t + 1]! * terms.discount[t + 1]!,
  )
  const own = terms.means[0]!.map((mean, t) => ratio * mean * factors[t]!)
  const other = terms.means[network]!.map((mean, t) => mean * factors[t]!)
  const values = new Float64Array(scenarios.paths)
  for (let path = 0; path < scenarios.paths; path++) {
    let sum = 0
    for (let t = 0; t < months; t++) {
      const more = other[t]! * there[path * months + t]! - own[t]! * here[path * months + t]!
      if (more > 0) sum += more
    }
    values[path] = sum
  }
  return values
}

/** Its mean by Margrabe's formula: the rewards of both networks are jointly lognormal. */
function exchangeMean(inputs: EngineInputs, terms: Terms, network: number, ratio: number): number {
  const processes = rewardProcesses(inputs)
  const [here, there] = [processes[0]!, processes[network]!]
  const correlation = inputs.moves[network - 1]!.correlation.value
  const walks = correlation * Math.sqrt(here.volatility2 * there.volatility2)
  let sum = 0
  for (let t = 0; t < terms.months; t++) {
    const time = here.times[t]!
    const shared = walks * time + here.trend2 * time * time
    const variance = Math.max(logVariance(here, t) + logVariance(there, t) - 2 * shared, 0)
    sum +=
      terms.alive[t + 1]! *
      terms.discount[t + 1]! *
      expectedMargin(there.means[t]!, variance, ratio * here.means[t]!)
  }
  return sum
}

function pairMeans(values: Float64Array): Float64Array {
  const means = new Float64Array(values.length / 2)
  for (let pair = 0; pair < means.length; pair++)
    means[pair] = 0.5 * (values[2 * pair]! + values[2 * pair + 1]!)
  return means
}
