import type { RandomStream } from '../random/random-stream'
import { normal } from '../random/variates'
import type { GaussianProcess } from './process'

/**
 * Lower triangle L with L Lᵀ = matrix, row by row (Cholesky). A matrix that is only semidefinite gives zero columns.
 * @throws RangeError when the matrix is not symmetric, has no unit diagonal, or is not positive semidefinite
 */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length
  const lower = matrix.map(() => new Array<number>(n).fill(0))
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const here = matrix[i]?.[j] ?? Number.NaN
      if (here !== matrix[j]?.[i] || (i === j && here !== 1))
        throw new RangeError('Correlations form a symmetric matrix with ones on its diagonal.')
      let rest = here
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!
      if (i === j) {
        if (!(rest > -1e-12)) throw new RangeError('The correlations contradict each other.')
        lower[i]![i] = Math.sqrt(Math.max(rest, 0))
      } else {
        const diagonal = lower[j]![j]!
        if (diagonal > 1e-8) lower[i]![j] = rest / diagonal
        else if (Math.abs(rest) > 1e-7) throw new RangeError('The correlations contradict each other.')
      }
    }
  return lower
}

/**
 * Processes driven by Brownian motions with the given correlations: dW_i dW_j = ρ_ij dt. Each keeps its own exact
 * step; for normal and lognormal ones the joint step is exact too.
 * @throws RangeError as `cholesky`, or when the sizes differ
 */
export function correlated(
  processes: readonly GaussianProcess[],
  correlations: readonly (readonly number[])[],
) {
  if (processes.length !== correlations.length) throw new RangeError('One row of correlations a process.')
  const lower = cholesky(correlations)
  const step = (x: readonly number[], dt: number, z: readonly number[]): number[] =>
    processes.map((process, i) => {
      let own = 0
      for (let k = 0; k <= i; k++) own += lower[i]![k]! * z[k]!
      return process.step(x[i]!, dt, own)
    })
  return {
    start: processes.map((process) => process.start),
    drift: (x: readonly number[]) => processes.map((process, i) => process.drift(x[i]!)),
    /** row i: loadings of process i on independent Brownian motions */
    diffusion: (x: readonly number[]) =>
      processes.map((process, i) => lower[i]!.map((loading) => loading * process.diffusion(x[i]!))),
    expectation: (x: readonly number[], dt: number) =>
      processes.map((process, i) => process.expectation(x[i]!, dt)),
    variance: (x: readonly number[], dt: number) =>
      processes.map((process, i) => process.variance(x[i]!, dt)),
    /** joint step from independent standard normals, one a process */
    step,
    sample: (x: readonly number[], dt: number, stream: RandomStream) =>
      step(
        x,
        dt,
        processes.map(() => normal(stream)),
      ),
  }
}
