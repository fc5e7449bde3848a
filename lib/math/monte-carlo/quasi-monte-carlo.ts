import { scrambledSobol } from '../random/sobol-normals'
import { Accumulator } from './accumulator'
import type { Estimate } from './monte-carlo'

/**
 * Mean of a function of independent standard normals over Owen-scrambled Sobol points, with a standard error from
 * independent scramblings (randomised quasi-Monte Carlo; L'Ecuyer 2018).
 *
 * @param points per scrambling; a power of two keeps the points balanced
 * @param scramblings at least two, the error's degrees of freedom plus one
 */
export function quasiMonteCarlo(options: {
  dimensions: number
  integrand: (normals: Float64Array) => number
  points: number
  scramblings?: number
  seed: number
}): Estimate {
  const { dimensions, integrand, points, scramblings = 8, seed } = options
  if (!(points >= 1 && scramblings >= 2))
    throw new RangeError('An estimate with its error takes two scramblings.')
  const means = new Accumulator()
  const z = new Float64Array(dimensions)
  for (let scrambling = 0; scrambling < scramblings; scrambling++) {
    const source = scrambledSobol(dimensions, seed + scrambling)
    let sum = 0
    for (let i = 0; i < points; i++) {
      source.normals(z)
      sum += integrand(z)
    }
    means.add(sum / points)
  }
  return {
    value: means.mean,
    standardError: means.standardError,
    paths: points * scramblings,
    isPrecise: true,
  }
}
