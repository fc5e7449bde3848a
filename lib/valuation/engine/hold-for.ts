import { InvalidInputError } from '@/lib/core/errors'
import { meanValue, pathValues } from './cash-flows'
import { termsOf } from './terms'
import type { ValuedRun } from './value-with-engine'

/**
 * The run of a holder who acts as before, month by month, and sells the hardware after so many months: for what-ifs with
 * another holding period under the same policy and random numbers.
 *
 * @param months whole, 1 … the run's horizon
 * @throws InvalidInputError for any other
 */
export function holdFor(run: ValuedRun, months: number): ValuedRun {
  const whole = run.terms.months
  if (months === whole) return run
  if (!Number.isInteger(months) || months < 1 || months > whole)
    throw new InvalidInputError(`A holding period is 1 to ${whole} whole months.`)
  const { valuation, scenarios } = run
  const cut = <array extends Float64Array | Uint8Array>(values: array, out: array): array => {
    for (let path = 0; path < scenarios.paths; path++)
      out.set(values.subarray(path * whole, path * whole + months), path * months)
    return out
  }
  const size = scenarios.paths * months
  const inputs = { ...valuation.inputs, horizon: { ...valuation.inputs.horizon, value: months } }
  const shorter = {
    terms: termsOf(inputs),
    scenarios: {
      ...scenarios,
      months,
      noise: scenarios.noise.map((noise) => cut(noise, new Float64Array(size))),
    },
    actions: cut(run.actions, new Uint8Array(size)),
  }
  const { expected, realised } = pathValues(shorter.terms, shorter.scenarios, shorter.actions)
  return {
    ...shorter,
    valuation: { ...valuation, inputs },
    value: run.value + meanValue(expected) - meanValue(run.expected),
    expected,
    realised,
  }
}
