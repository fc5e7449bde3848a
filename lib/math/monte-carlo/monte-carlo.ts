import { Accumulator, ControlledAccumulator } from './accumulator'
import type { PathGenerator } from './path-generator'

/** What a path pays, discounted to today. */
export type Payoff = (path: Float64Array) => number

export type Estimate = {
  value: number
  standardError: number
  /** paths drawn, mirrored ones counted */
  paths: number
  /** whether the wanted precision was reached within the budget */
  isPrecise: boolean
}

const BATCH = 1024

/**
 * Mean of a payoff over paths. Ends at the wanted standard error or at the budget of paths, never by time, so that
 * a run can be repeated; the precision is looked at every 1,024 observations.
 *
 * @param antithetic observes the mean of each path and its mirror image; the generator must give them
 * @param control a payoff whose mean is known, for a control variate
 * @param stop `paths`: budget; `standardError`: wanted precision, 0 for the whole budget
 * @throws RangeError without a budget of two observations, or where mirrored paths are missing
 */
export function monteCarlo(options: {
  generator: PathGenerator
  payoff: Payoff
  antithetic?: boolean
  control?: { payoff: Payoff; mean: number }
  stop: { paths: number; standardError?: number }
}): Estimate {
  const { generator, payoff, antithetic = false, control, stop } = options
  const mirrored = generator.mirrored
  if (antithetic && !mirrored) throw new RangeError('This generator has no mirrored paths.')
  const perObservation = antithetic ? 2 : 1
  const budget = Math.floor(stop.paths / perObservation)
  if (!(budget >= 3)) throw new RangeError('An estimate with its error takes at least three observations.')
  const wanted = stop.standardError ?? 0

  const controlled = control && new ControlledAccumulator(control.mean)
  const plain = new Accumulator()
  const accumulator = controlled ?? plain
  for (let index = 0; index < budget; index++) {
    const path = generator.path(index)
    let x = payoff(path)
    let c = control ? control.payoff(path) : 0
    if (antithetic && mirrored) {
      const image = mirrored(index)
      x = 0.5 * (x + payoff(image))
      if (control) c = 0.5 * (c + control.payoff(image))
    }
    if (controlled) controlled.add(x, c)
    else plain.add(x)
    if ((index + 1) % BATCH === 0 && accumulator.standardError <= wanted) break
  }
  const { mean, standardError, count } = accumulator
  return { value: mean, standardError, paths: count * perObservation, isPrecise: standardError <= wanted }
}
