import { decide, stayPut } from './actions'
import { meanValue, pathValues, stayingValues } from './cash-flows'
import type { EngineInputs } from './inputs'
import { fitPolicy } from './policy'
import { drawScenarios, type Scenarios } from './scenarios'
import type { Terms } from './terms'

/** Of the policy's paths, part of the model: a seed names the paths a value is measured on, and moves nothing else. */
const POLICY_SEED = 2 ** 52 + 1

/**
 * What the holder does on paths of any origin: the policy fitted on paths of its own. One that loses where it was fitted
 * is not the best one: staying put is.
 */
export function holderPolicy(
  inputs: EngineInputs,
  terms: Terms,
  policyPaths: number,
): (scenarios: Scenarios) => Uint8Array {
  const others = drawScenarios(inputs, policyPaths, POLICY_SEED)
  const fitted = fitPolicy(terms, others)
  const gain =
    meanValue(pathValues(terms, others, decide(terms, others, fitted)).expected) -
    meanValue(stayingValues(terms, others, 0))
  return (scenarios) => (gain > 0 ? decide(terms, scenarios, fitted) : stayPut(scenarios))
}
