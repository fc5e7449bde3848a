import { exp } from '@/lib/math/elementary/exp'
import type { ValuationInputs } from './inputs'
import type { Jumps } from './jumps'

/**
 * The dollar reward of a device in months 1 … n, a lognormal process:
 *
 *     R_t = E[R_t] · exp(X_t − K(t,t)/2),   X Gaussian with mean 0
 *     E[R_t] = reward · exp(growth · t − G(t)),   G(t) = nodeGrowth · h(t)
 *     K(s,t) = volatility² · min(s,t) + level² + growthDeviation² · s·t + nodeGrowthDeviation² · h(s)·h(t)
 *     h(t) = (1 − 2^(−t/halfLife)) · halfLife / ln 2,   t and halfLife in years
 *
 * A random walk, an unknown level, an unknown trend, and an unknown growth of nodes that fades. Uncertainty spreads
 * rewards around the expected path and leaves that path where it is: not knowing adds no value.
 */
export type RewardProcess = {
  /** E[R_t] in USD, index 0 for month 1 */
  means: Float64Array
  /** time of each month's end in years */
  times: Float64Array
  /** h(t) */
  fade: Float64Array
  volatility2: number
  level2: number
  trend2: number
  entry2: number
  /** of Merton's kind, beside X and with mean 1; undefined: none */
  jumps?: Jumps
}

/** @param scale USD per month today, all of the device's own factors included
 * @param entry whether other devices enter and leave (otherwise the node count is frozen) */
export function rewardProcess(inputs: ValuationInputs, scale: number, entry: boolean): RewardProcess {
  const months = inputs.horizon.value
  const halfLife = inputs.nodeGrowthHalfLife.value / 12
  const times = Float64Array.from({ length: months }, (_, index) => (index + 1) / 12)
  const fade = times.map((time) => ((1 - exp((-Math.LN2 * time) / halfLife)) * halfLife) / Math.LN2)
  const growth = inputs.rewardGrowth.value
  const entryRate = entry ? inputs.nodeGrowth.value : 0
  return {
    times,
    fade,
    means: times.map((time, index) => scale * exp(growth * time - entryRate * (fade[index] ?? 0))),
    volatility2: inputs.volatility.value ** 2,
    level2: inputs.levelDeviation.value ** 2,
    trend2: inputs.rewardGrowthDeviation.value ** 2,
    entry2: entry ? inputs.nodeGrowthDeviation.value ** 2 : 0,
  }
}

/** K(s,t) of the months with these indices. */
export function logCovariance(process: RewardProcess, s: number, t: number): number {
  const [from, to] = [process.times[s] ?? 0, process.times[t] ?? 0]
  return (
    process.volatility2 * Math.min(from, to) +
    process.level2 +
    process.trend2 * from * to +
    process.entry2 * (process.fade[s] ?? 0) * (process.fade[t] ?? 0)
  )
}

/** K(t,t) of the month with this index. */
export function logVariance(process: RewardProcess, index: number): number {
  return logCovariance(process, index, index)
}

/**
 * Loadings β_t of X_t on the one Gaussian factor that best follows the sum of the first `months` weighted rewards:
 * Z = Σ w_s X_s / sd, so that X_t = β_t Z + independent rest. In one pass, since each term of K separates.
 */
export function factorLoadings(process: RewardProcess, weights: Float64Array, months: number): Float64Array {
  let total = 0
  let timed = 0
  let faded = 0
  for (let s = 0; s < months; s++) {
    const weight = weights[s] ?? 0
    total += weight
    timed += weight * (process.times[s] ?? 0)
    faded += weight * (process.fade[s] ?? 0)
  }
  const covariances = new Float64Array(months)
  let variance = 0
  let before = 0
  let timedBefore = 0
  for (let t = 0; t < months; t++) {
    const weight = weights[t] ?? 0
    const time = process.times[t] ?? 0
    before += weight
    timedBefore += weight * time
    const walked = timedBefore + time * (total - before)
    const covariance =
      process.volatility2 * walked +
      process.level2 * total +
      process.trend2 * time * timed +
      process.entry2 * (process.fade[t] ?? 0) * faded
    covariances[t] = covariance
    variance += weight * covariance
  }
  const deviation = Math.sqrt(variance)
  return deviation > 0 ? covariances.map((covariance) => covariance / deviation) : covariances.fill(0)
}
