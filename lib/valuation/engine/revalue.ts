import { InvalidInputError } from '@/lib/core/errors'
import { Accumulator } from '@/lib/math/monte-carlo/accumulator'
import { quantile, sorted } from '@/lib/math/statistics/quantiles'
import { pathValues } from './cash-flows'
import { type EngineInputs, parseEngineInputs } from './inputs'
import { drawScenarios, spreadOf } from './scenarios'
import { rewardProcesses, termsOf } from './terms'
import type { ValuedRun } from './value-with-engine'

/** Figures under other inputs, with policy, entry path and random numbers as they were. USD. */
export type Revaluation = {
  value: number
  /** of `value` less the value before */
  standardError: number
  p5: number
  p50: number
  p95: number
}

/**
 * Values a position anew while everything the holder does, path by path, stays as it was: value and quantiles then move
 * only as far as the inputs move them, in the direction they must. Quick: scenarios are drawn again only where
 * their spread changes.
 *
 * @throws InvalidInputError naming inputs outside their range, or when horizon or networks differ: those need a new policy
 */
export function revalue(run: ValuedRun, changed: EngineInputs): Revaluation {
  const before = run.valuation
  const { inputs } = parseEngineInputs(changed, before.settings)
  if (
    inputs.horizon.value !== before.inputs.horizon.value ||
    inputs.moves.length !== before.inputs.moves.length
  )
    throw new InvalidInputError('Another horizon or other networks need a new policy: value anew.')
  const spread = (of: EngineInputs) => spreadOf(of, rewardProcesses(of))
  const scenarios =
    spread(inputs) === spread(before.inputs)
      ? run.scenarios
      : drawScenarios(inputs, before.settings.paths, before.settings.seed)
  const now = pathValues(termsOf(inputs), scenarios, run.actions)
  const then = run.expected
  const change = new Accumulator()
  for (let path = 0; path < scenarios.paths; path += 2)
    change.add(0.5 * (now.expected[path]! - then[path]! + now.expected[path + 1]! - then[path + 1]!))
  const ascending = sorted(now.realised)
  return {
    value: run.value + change.mean,
    standardError: change.standardError,
    p5: quantile(ascending, 0.05),
    p50: quantile(ascending, 0.5),
    p95: quantile(ascending, 0.95),
  }
}
