import { normalQuantile } from '../elementary/normal-quantile'
import type { GaussianProcess } from '../processes/process'
import { RandomStream } from '../random/random-stream'
import { normal } from '../random/variates'
import { Accumulator } from './accumulator'
import {
  continuation,
  type PathMatrix,
  type StoppingPolicy,
  type StoppingProblem,
} from './least-squares-policy'
import type { Estimate } from './monte-carlo'
import { solvePositive } from './solve-positive'

/** Functions of state and date whose combination stands for the value of going on; writes them into `out`. */
export type ValueBasis = { size: number; write(state: number, date: number, out: Float64Array): void }

/** What a problem is worth in a state at a date, in money of that date: any function will do, a close one bounds closely. */
export type ValueFunction = (state: number, date: number) => number

/**
 * A policy's own value as a function of the state: where it stops, what stopping pays; elsewhere a regression, on all
 * paths, of what the policy went on to get.
 */
export function fitValueFunction(
  problem: StoppingProblem,
  policy: StoppingPolicy,
  { states, paths, dates }: PathMatrix,
  basis: ValueBasis,
): ValueFunction {
  const { size } = basis
  const fits: (Float64Array | undefined)[] = new Array(dates).fill(undefined)
  const stops = (state: number, date: number) => {
    const now = problem.exercise(state, date)
    return now > 0 && (date === dates - 1 || now >= continuation(policy, state, date))
  }
  const cash = new Float64Array(paths)
  const row = new Float64Array(size)
  for (let date = dates - 1; date >= 0; date--) {
    const gram = new Float64Array(size * size)
    const right = new Float64Array(size)
    for (let path = 0; path < paths; path++) {
      cash[path]! *= problem.discount
      const state = states[path * dates + date]!
      if (date < dates - 1) {
        basis.write(state, date, row)
        for (let i = 0; i < size; i++) {
          right[i]! += row[i]! * cash[path]!
          for (let j = 0; j <= i; j++) gram[i * size + j]! += row[i]! * row[j]!
        }
      }
      if (stops(state, date)) cash[path] = problem.exercise(state, date)
    }
    for (let i = 0; i < size; i++) gram[i * size + i]! *= 1 + 1e-9
    if (date < dates - 1) fits[date] = solvePositive(gram, right)
  }
  const out = new Float64Array(size)
  return (state, date) => {
    if (stops(state, date)) return problem.exercise(state, date)
    const fit = fits[date]
    if (!fit) return 0
    basis.write(state, date, out)
    let sum = 0
    for (let i = 0; i < size; i++) sum += fit[i]! * out[i]!
    return Math.max(sum, 0)
  }
}

/**
 * Upper bound of the right to stop by duality (Rogers 2002; Haugh & Kogan 2004):
 *
 *     value ≤ E[max_d (discounted exercise − M_d)]   for every martingale M from 0,
 *
 * close to it where M is that of the value itself (Andersen & Broadie 2004). M's steps are those of a given value
 * function: its value at the next date less its mean over that date, estimated without bias on stratified normals, so
 * that the bound holds whatever the function is; errors of either make it wider, not wrong.
 *
 * @param times of the dates, increasing from above zero. Years
 * @param inner points of each mean
 */
export function dualBound(options: {
  problem: StoppingProblem
  process: GaussianProcess
  times: readonly number[]
  value: ValueFunction
  paths: number
  inner?: number
  seed: number
}): Omit<Estimate, 'isPrecise'> {
  const { problem, process, times, value, paths, inner = 16, seed } = options
  const stream = new RandomStream(seed)
  const bound = new Accumulator()
  for (let path = 0; path < paths; path++) {
    stream.seek(path)
    let state = process.start
    let factor = 1
    let martingale = 0
    let most = 0
    for (let date = 0; date < times.length; date++) {
      const dt = times[date]! - (date === 0 ? 0 : times[date - 1]!)
      factor *= problem.discount
      const shift = stream.uniform()
      let mean = 0
      for (let point = 0; point < inner; point++)
        mean += value(process.step(state, dt, normalQuantile((point + shift) / inner)), date) / inner
      state = process.step(state, dt, normal(stream))
      martingale += factor * (value(state, date) - mean)
      const now = factor * problem.exercise(state, date) - martingale
      const never = date === times.length - 1 ? -martingale : Number.NEGATIVE_INFINITY
      most = date === 0 ? Math.max(now, never) : Math.max(most, now, never)
    }
    bound.add(most)
  }
  return { value: bound.mean, standardError: bound.standardError, paths }
}
