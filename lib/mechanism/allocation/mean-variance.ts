import type { Highs } from 'highs'
import { InvalidInputError } from '@/lib/core/errors'
import { ProgramBuilder, solveProgram } from './linear-program'

export type MeanVariance = {
  weights: number[]
  /** mean return and its variance, divisor scenarios − 1 */
  mean: number
  variance: number
  /** change of half the variance for one more unit of required return; zero where the requirement does not bind */
  priceOfReturn: number
}

/**
 * Markowitz's portfolio: of the weights that sum to one and reach a mean return, those of least variance.
 *
 * @param returns one row a scenario, one column an asset
 * @param target mean return to reach; without it the least variance of all
 * @param cap largest weight of one asset
 * @throws InfeasibleError when no weights reach the target
 */
export function meanVariance(
  highs: Highs,
  returns: readonly (readonly number[])[],
  target?: number,
  cap = 1,
): MeanVariance {
  const assets = returns[0]?.length ?? 0
  const isWhole = returns.every((row) => row.length === assets && row.every(Number.isFinite))
  if (returns.length < 2 || assets === 0 || !isWhole || !(cap > 0 && cap <= 1))
    throw new InvalidInputError(
      'Give at least two scenarios with a return for every asset, and a cap up to 1.',
    )
  const means = Array.from(
    { length: assets },
    (_, j) => returns.reduce((sum, row) => sum + row[j]!, 0) / returns.length,
  )
  const covariance = means.map((_, i) =>
    means.map(
      (_, j) =>
        returns.reduce((sum, row) => sum + (row[i]! - means[i]!) * (row[j]! - means[j]!), 0) /
        (returns.length - 1),
    ),
  )
  const program = new ProgramBuilder()
  for (const _ of means) program.variable(0, 0, cap)
  program.row(
    1,
    1,
    means.map((_, j) => [j, 1]),
  )
  const goal = program.row(
    target ?? Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    means.map((mean, j) => [j, mean]),
  )
  const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []]
  means.forEach((_, j) => {
    for (let i = j; i < assets; i++) {
      indices.push(i)
      values.push(covariance[i]![j]!)
    }
    starts.push(indices.length)
  })
  const hessian = { format: 'triangular', dimension: assets, starts, indices, values } as const
  const solution = solveProgram(highs, program.build(hessian))
  const weights = [...solution.values]
  return {
    weights,
    mean: weights.reduce((sum, weight, j) => sum + weight * means[j]!, 0),
    variance: weights.reduce(
      (sum, weight, i) =>
        sum + weight * weights.reduce((inner, other, j) => inner + other * covariance[i]![j]!, 0),
      0,
    ),
    priceOfReturn: solution.rowPrices?.[goal] ?? 0,
  }
}
