import { exp } from '../elementary/exp'
import { log } from '../elementary/log'
import { normalQuantile } from '../elementary/normal-quantile'
import type { RandomStream } from './random-stream'

/** Standard normal by inversion, one uniform each: every bit fixed, monotone in the uniform. The receipt's. */
export function normal(stream: RandomStream): number {
  return normalQuantile(stream.uniform())
}

/** Exponential with mean 1, every bit fixed. */
export function exponential(stream: RandomStream): number {
  return -log(stream.uniform())
}

const POISSON_CHUNK = 16

/**
 * Poisson with this mean (≥ 0), every bit fixed. By inversion; a large mean is a sum of independent Poissons of
 * mean ≤ 16, so the time grows with it.
 */
export function poisson(stream: RandomStream, mean: number): number {
  if (!(mean >= 0 && mean < 1e7)) throw new RangeError(`${mean} is not a mean of a Poisson: 0 … 1e7.`)
  let count = 0
  for (let rest = mean; rest > 0; rest -= POISSON_CHUNK)
    count += poissonQuantile(stream.uniform(), Math.min(rest, POISSON_CHUNK))
  return count
}

/** Smallest count whose distribution function reaches `u` ∈ (0, 1); for means up to a few hundred. */
export function poissonQuantile(u: number, mean: number): number {
  let probability = exp(-mean)
  let rest = u - probability
  let count = 0
  while (rest > 0) {
    count += 1
    probability *= mean / count
    if (probability === 0) break
    rest -= probability
  }
  return count
}

/**
 * Gamma with this shape (> 0) and scale 1, every bit fixed.
 * Source: Marsaglia & Tsang (2000), “A simple method for generating gamma variables”, with its boost below shape 1.
 */
export function gamma(stream: RandomStream, shape: number): number {
  if (shape < 1) return gamma(stream, shape + 1) * exp(log(stream.uniform()) / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(stream)
    const root = 1 + c * x
    if (root <= 0) continue
    const v = root * root * root
    if (log(stream.uniform()) < 0.5 * x * x + d - d * v + d * log(v)) return d * v
  }
}
