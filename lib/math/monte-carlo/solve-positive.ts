/**
 * Solves A x = b for a symmetric positive definite A, given by its lower triangle row by row (Cholesky).
 * Undefined where A is not positive definite to working precision.
 */
export function solvePositive(lower: Float64Array, b: Float64Array): Float64Array | undefined {
  const n = b.length
  const a = Float64Array.from(lower)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let rest = a[i * n + j]!
      for (let k = 0; k < j; k++) rest -= a[i * n + k]! * a[j * n + k]!
      if (i === j) {
        if (!(rest > 1e-12 * Math.abs(lower[i * n + i]!))) return undefined
        a[i * n + i] = Math.sqrt(rest)
      } else a[i * n + j] = rest / a[j * n + j]!
    }
  const x = Float64Array.from(b)
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= a[i * n + k]! * x[k]!
    x[i]! /= a[i * n + i]!
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= a[k * n + i]! * x[k]!
    x[i]! /= a[i * n + i]!
  }
  return x
}
