import { exp } from '@/lib/math/elementary/exp'
import { expectedMargin } from './expected-margin'

/** Merton's jumps of a log reward: λ a year, each N(m, δ²). */
export type Jumps = { intensity: number; mean: number; deviation: number }

type Value = { value: number }

/** The jumps that three inputs describe. */
export function jumpsOf(inputs: { jumpIntensity: Value; jumpMean: Value; jumpDeviation: Value }): Jumps {
  const { jumpIntensity, jumpMean, jumpDeviation } = inputs
  return { intensity: jumpIntensity.value, mean: jumpMean.value, deviation: jumpDeviation.value }
}

/** λ (m² + δ²): what the jumps add to the variance of the log reward in a year. */
export function jumpVariance({ intensity, mean, deviation }: Jumps): number {
  return intensity * (mean * mean + deviation * deviation)
}

/**
 * λk with k = E[e^Y] − 1 = exp(m + δ²/2) − 1: what the log drift gives up a year so that jumps leave the mean where it is.
 * Not λm, which would compensate the jump of the logarithm and lift the mean (Merton 1976, eq. 2).
 */
export function jumpCompensator({ intensity, mean, deviation }: Jumps): number {
  return intensity * (exp(mean + 0.5 * deviation * deviation) - 1)
}

/** Weights further from the likeliest count than this share of its own add nothing. */
const LEAST = 1e-14

/**
 * E[max(R − cost, 0)] where R is lognormal given the number of jumps up to `time`, which is Poisson: Merton's series.
 * @param mean E[R], jumps included. USD
 * @param variance of log R without the jumps
 */
export function expectedMarginWithJumps(
  mean: number,
  variance: number,
  cost: number,
  jumps: Jumps,
  time: number,
): number {
  if (mean <= 0 || cost <= 0) return Math.max(mean, 0)
  const expected = jumps.intensity * time
  const growth = jumps.mean + 0.5 * jumps.deviation * jumps.deviation
  const drift = jumpCompensator(jumps) * time
  const likeliest = Math.floor(expected)
  const margin = (count: number) =>
    expectedMargin(mean * exp(count * growth - drift), variance + count * jumps.deviation ** 2, cost)
  let [sum, total] = [margin(likeliest), 1]
  // outwards from the likeliest count, weights relative to its own
  for (let count = likeliest, weight = 1; weight > LEAST; ) {
    count += 1
    weight *= expected / count
    sum += weight * margin(count)
    total += weight
  }
  for (let count = likeliest, weight = 1; count > 0 && weight > LEAST; ) {
    weight *= count / expected
    count -= 1
    sum += weight * margin(count)
    total += weight
  }
  return sum / total
}
