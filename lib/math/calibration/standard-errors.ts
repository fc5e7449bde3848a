import { solvePositive } from '../monte-carlo/solve-positive'

/**
 * Standard errors of a maximum-likelihood estimate: roots of the diagonal of the inverse of the observed information, by
 * central differences. Undefined where the likelihood is not curved in every direction.
 *
 * @param minusLogLikelihood finite around the estimate
 * @param scales size of each parameter; steps are a thousandth of it
 */
export function standardErrors(
  minusLogLikelihood: (point: readonly number[]) => number,
  estimate: readonly number[],
  scales: readonly number[],
): number[] | undefined {
  const n = estimate.length
  const h = scales.map((scale) => 1e-3 * scale)
  const at = (...moves: readonly (readonly [number, number])[]) => {
    const point = [...estimate]
    for (const [i, sign] of moves) point[i]! += sign * h[i]!
    return minusLogLikelihood(point)
  }
  const information = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++)
      information[i * n + j] =
        i === j
          ? (at([i, 1]) - 2 * at() + at([i, -1])) / h[i]! ** 2
          : (at([i, 1], [j, 1]) - at([i, 1], [j, -1]) - at([i, -1], [j, 1]) + at([i, -1], [j, -1])) /
            (4 * h[i]! * h[j]!)
  if (!information.every(Number.isFinite)) return undefined
  const errors = estimate.map((_, i) => {
    const unit = new Float64Array(n)
    unit[i] = 1
    return Math.sqrt(solvePositive(information, unit)?.[i] ?? Number.NaN)
  })
  return errors.every(Number.isFinite) ? errors : undefined
}
