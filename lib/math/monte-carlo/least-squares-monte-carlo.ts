import {
  fitStoppingPolicy,
  type PathMatrix,
  type StoppingPolicy,
  type StoppingProblem,
  stoppedPayoff,
} from './least-squares-policy'
import { type Estimate, monteCarlo } from './monte-carlo'
import type { PathGenerator } from './path-generator'

/**
 * Value of the right to stop: a policy is fitted on some paths and measured on others. No policy beats the best one,
 * so the estimate is biased low, if at all, and its standard error is honest. `inSample` is the same policy on
 * the paths it was fitted on, which leans high where the fit is good; `dualBound` is a bound from above whatever the fit.
 *
 * @param train generator of the paths the policy is fitted on
 * @param test generator of independent paths (another seed)
 */
export function leastSquaresMonteCarlo(options: {
  problem: StoppingProblem
  train: PathGenerator
  trainPaths: number
  test: PathGenerator
  testPaths: number
  degree?: number
  antithetic?: boolean
}): Estimate & { inSample: Estimate; policy: StoppingPolicy } {
  const { problem, train, trainPaths, test, testPaths, degree, antithetic = false } = options
  const policy = fitStoppingPolicy(problem, collectPaths(train, trainPaths, antithetic), degree)
  const payoff = stoppedPayoff(problem, policy)
  const measure = (generator: PathGenerator, paths: number) =>
    monteCarlo({ generator, payoff, antithetic, stop: { paths } })
  return { ...measure(test, testPaths), inSample: measure(train, trainPaths), policy }
}

/** A generator's paths as a matrix; mirrored ones beside their originals where asked. */
export function collectPaths(generator: PathGenerator, paths: number, antithetic: boolean): PathMatrix {
  const dates = generator.times.length
  const states = new Float64Array(paths * dates)
  for (let index = 0; index < paths; index++)
    states.set(
      antithetic && generator.mirrored && index % 2 === 1
        ? generator.mirrored(index >> 1)
        : generator.path(antithetic ? index >> 1 : index),
      index * dates,
    )
  return { states, paths, dates }
}
