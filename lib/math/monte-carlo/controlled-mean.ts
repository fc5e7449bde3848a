import { solvePositive } from './solve-positive'

const RIDGE = 1e-12
/** A control this many of its standard errors off its known mean pays on events that the sample has none of. */
const MOST_OFF = 8

/**
 * Mean of observations with several control variates: the intercept of a least-squares regression on them, and its
 * standard error (Glasserman 2004, 4.1.2). A control that does not vary, or repeats another, is harmless; one whose sample
 * misses what makes its mean is left out.
 *
 * @param controls each observation's controls less their known means
 */
export function controlledMean(
  observations: Float64Array,
  controls: readonly Float64Array[],
): { mean: number; standardError: number } {
  const n = observations.length
  const used = controls.filter(isSeen)
  const k = used.length
  const columns = [observations, ...used]
  const means = columns.map((column) => column.reduce((sum, x) => sum + x, 0) / n)
  const product = (i: number, j: number) => {
    const [a, b] = [columns[i]!, columns[j]!]
    let sum = 0
    for (let row = 0; row < n; row++) sum += (a[row]! - means[i]!) * (b[row]! - means[j]!)
    return sum
  }
  const gram = new Float64Array(k * k)
  const right = new Float64Array(k)
  for (let i = 0; i < k; i++) {
    right[i] = product(0, i + 1)
    for (let j = 0; j <= i; j++) gram[i * k + j] = product(i + 1, j + 1)
    gram[i * k + i] = gram[i * k + i]! * (1 + RIDGE) || 1
  }
  const betas = solvePositive(gram, right) ?? new Float64Array(k)
  let mean = means[0]!
  let rest = product(0, 0)
  for (let i = 0; i < k; i++) {
    mean -= betas[i]! * means[i + 1]!
    rest -= betas[i]! * right[i]!
  }
  return { mean, standardError: Math.sqrt(Math.max(rest, 0) / Math.max(n - k - 1, 1) / n) }
}

function isSeen(control: Float64Array): boolean {
  const n = control.length
  let mean = 0
  for (let row = 0; row < n; row++) mean += control[row]! / n
  let squares = 0
  for (let row = 0; row < n; row++) squares += (control[row]! - mean) ** 2
  return squares === 0 || mean * mean * n <= (MOST_OFF * MOST_OFF * squares) / n
}
