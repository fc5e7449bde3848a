import { InvalidInputError } from '@/lib/core/errors'

export type Regression = {
  coefficients: number[]
  /** Newey–West standard errors, robust to heteroskedasticity and to autocorrelation up to `lags` */
  errors: number[]
  residuals: number[]
  lags: number
  n: number
  /** maximum of the Gaussian log likelihood */
  logLikelihood: number
  aic: number
  bic: number
}

/** The usual rule for the number of lags: ⌊4 (n/100)^(2/9)⌋ (Newey & West 1994). */
export function neweyWestLags(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9))
}

/**
 * Ordinary least squares with Newey–West errors (Bartlett weights, the covariance times n / (n − k) for small samples)
 * and information criteria, the variance of the residuals counted as a parameter.
 *
 * @param x one row an observation in time order, constant included if there is to be one
 * @throws InvalidInputError when there are too few observations or the columns depend on each other
 */
export function leastSquares(
  x: readonly (readonly number[])[],
  y: readonly number[],
  lags = neweyWestLags(y.length),
): Regression {
  const n = y.length
  const k = x[0]?.length ?? 0
  if (n !== x.length || k === 0 || n <= k)
    throw new InvalidInputError(`${n} observations cannot tell ${k} figures.`)
  const gram = cross(x, x)
  const inverse = invert(gram)
  const moments = x[0]!.map((_, j) => x.reduce((sum, row, t) => sum + row[j]! * y[t]!, 0))
  const coefficients = inverse.map((row) => row.reduce((sum, value, j) => sum + value * moments[j]!, 0))
  const residuals = y.map((value, t) => value - x[t]!.reduce((sum, xi, j) => sum + xi * coefficients[j]!, 0))
  const scores = x.map((row, t) => row.map((value) => value * residuals[t]!))
  const meat = cross(scores, scores)
  for (let lag = 1; lag <= lags && lag < n; lag++) {
    const weight = 1 - lag / (lags + 1)
    const shifted = cross(scores.slice(lag), scores.slice(0, n - lag))
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++) meat[i]![j]! += weight * (shifted[i]![j]! + shifted[j]![i]!)
  }
  const covariance = product(product(inverse, meat), inverse)
  const variance = residuals.reduce((sum, e) => sum + e * e, 0) / n
  const logLikelihood = -0.5 * n * (Math.log(2 * Math.PI * Math.max(variance, 1e-300)) + 1)
  return {
    coefficients,
    errors: covariance.map((row, i) => Math.sqrt((Math.max(0, row[i]!) * n) / (n - k))),
    residuals,
    lags,
    n,
    logLikelihood,
    aic: 2 * (k + 1) - 2 * logLikelihood,
    bic: Math.log(n) * (k + 1) - 2 * logLikelihood,
  }
}

function cross(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a[0]!.map((_, i) => b[0]!.map((_, j) => a.reduce((sum, row, t) => sum + row[i]! * b[t]![j]!, 0)))
}

function product(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, i) => sum + value * b[i]![j]!, 0)))
}

/** Inverse of a symmetric positive definite matrix by Gauss–Jordan with pivoting, scaled to a unit diagonal first. */
function invert(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const scale = matrix.map((row, i) => Math.sqrt(row[i]!))
  const work = matrix.map((row, i) => [
    ...row.map((value, j) => value / (scale[i]! * scale[j]!)),
    ...matrix.map((_, j) => (i === j ? 1 : 0)),
  ])
  for (let k = 0; k < size; k++) {
    let best = k
    for (let i = k + 1; i < size; i++) if (Math.abs(work[i]![k]!) > Math.abs(work[best]![k]!)) best = i
    const source = work[best]!
    if (!(Math.abs(source[k]!) > 1e-12))
      throw new InvalidInputError('The figures depend on each other: nothing can be told apart.')
    work[best] = work[k]!
    work[k] = source.map((value) => value / source[k]!)
    for (let i = 0; i < size; i++) {
      const factor = work[i]![k]!
      if (i !== k && factor !== 0) work[i] = work[i]!.map((value, j) => value - factor * work[k]![j]!)
    }
  }
  return work.map((row, i) => row.slice(size).map((value, j) => value / (scale[i]! * scale[j]!)))
}
