import { solvePositive } from './solve-positive'

/** States of many paths at the exercise dates: `states[path * dates + date]`. */
export type PathMatrix = { states: Float64Array; paths: number; dates: number }

export type StoppingProblem = {
  /** USD got by stopping in this state at this date; nothing is got by never stopping */
  exercise(state: number, date: number): number
  /** present value at one date of a unit paid at the next; today is one step before the first date */
  discount: number
}

/** Continuation values by date: a polynomial of the standardised state, fitted where stopping pays. */
export type StoppingPolicy = ({ centre: number; scale: number; coefficients: number[] } | undefined)[]

/**
 * Longstaff & Schwartz (2001): from the last date backwards, regresses what continuing brought, on paths where
 * stopping pays, on a polynomial of the state. The result is a policy; its value must be measured on other paths.
 *
 * @param degree of the polynomial
 */
export function fitStoppingPolicy(problem: StoppingProblem, matrix: PathMatrix, degree = 4): StoppingPolicy {
  const { states, paths, dates } = matrix
  const size = degree + 1
  const policy: StoppingPolicy = new Array(dates).fill(undefined)
  const cash = new Float64Array(paths)
  for (let path = 0; path < paths; path++)
    cash[path] = Math.max(problem.exercise(states[path * dates + dates - 1]!, dates - 1), 0)

  for (let date = dates - 2; date >= 0; date--) {
    let [count, sum, squares] = [0, 0, 0]
    for (let path = 0; path < paths; path++) {
      cash[path]! *= problem.discount
      const x = states[path * dates + date]!
      if (problem.exercise(x, date) <= 0) continue
      count += 1
      sum += x
      squares += x * x
    }
    if (count < 4 * size) continue
    const centre = sum / count
    const scale = Math.sqrt(Math.max(squares / count - centre * centre, 0)) || 1
    const gram = new Float64Array(size * size)
    const right = new Float64Array(size)
    const powers = new Float64Array(size)
    for (let path = 0; path < paths; path++) {
      const x = states[path * dates + date]!
      if (problem.exercise(x, date) <= 0) continue
      powers[0] = 1
      for (let k = 1; k < size; k++) powers[k] = (powers[k - 1]! * (x - centre)) / scale
      for (let j = 0; j < size; j++) {
        right[j]! += powers[j]! * cash[path]!
        for (let k = 0; k <= j; k++) gram[j * size + k]! += powers[j]! * powers[k]!
      }
    }
    const coefficients = solvePositive(gram, right)
    if (!coefficients) continue
    policy[date] = { centre, scale, coefficients: [...coefficients] }
    for (let path = 0; path < paths; path++) {
      const x = states[path * dates + date]!
      const now = problem.exercise(x, date)
      if (now > 0 && now >= continuation(policy, x, date)) cash[path] = now
    }
  }
  return policy
}

/** Fitted value of going on in this state; +∞ where the policy never stops. */
export function continuation(policy: StoppingPolicy, state: number, date: number): number {
  const fit = policy[date]
  if (!fit) return Number.POSITIVE_INFINITY
  const x = (state - fit.centre) / fit.scale
  return fit.coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)
}

/** What one path pays under a policy, discounted to today: a payoff for `monteCarlo`. */
export function stoppedPayoff(problem: StoppingProblem, policy: StoppingPolicy) {
  return (path: Float64Array): number => {
    let factor = 1
    for (let date = 0; date < path.length; date++) {
      factor *= problem.discount
      const now = problem.exercise(path[date]!, date)
      if (now > 0 && (date === path.length - 1 || now >= continuation(policy, path[date]!, date)))
        return factor * now
    }
    return 0
  }
}
