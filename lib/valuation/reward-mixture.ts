import { normalCdf, normalPdf } from '@/lib/math/normal'
import { expectedMargin } from './expected-margin'
import { discounts } from './expected-value'
import type { ValuationInputs } from './inputs'
import { factorLoadings, logCovariance, logVariance, type RewardProcess } from './reward-process'

/** A distribution of dollars as a mixture of lognormals: P(A ≤ x) = Σ weight · Φ((log x − mean) / deviation). */
export type RewardMixture = {
  weights: Float64Array
  means: Float64Array
  deviations: Float64Array
  /** USD that are practically never exceeded */
  highest: number
}

const STEP = 0.25
/** Nodes of the factor, −4.5 … 4.5, with the normal weights that the trapezoid rule gives them. */
const NODES = Float64Array.from({ length: 37 }, (_, index) => -4.5 + index * STEP)
const WEIGHTS = NODES.map((node) => normalPdf(node) * STEP)
/** The relative variance given Z changes slowly: it is computed at every fourth node and interpolated between. */
const STRIDE = 4

/**
 * Distribution of the discounted margins of the first `months` months, Σ D_t max(R_t − cost, 0). Given the one
 * Gaussian factor Z of `factorLoadings`, which carries most of the variance, mean and variance of the sum are known
 * (the latter to first order in the margins), and a lognormal has them; Z is integrated by quadrature. Undefined
 * where there is no reward.
 */
export function rewardMixture(
  inputs: ValuationInputs,
  process: RewardProcess,
  cost: number,
  months: number,
): RewardMixture | undefined {
  if (months === 0 || (process.means[0] ?? 0) <= 0) return undefined
  const discount = discounts(inputs).subarray(1)
  const weights = process.means.map((mean, index) => mean * (discount[index] ?? 0))
  const loadings = factorLoadings(process, weights, months)
  const relative = restCovariances(process, loadings, months)
  const rest = loadings.map((loading, t) => Math.max(logVariance(process, t) - loading * loading, 0))

  const sums = new Float64Array(NODES.length)
  const spreads = new Float64Array(NODES.length)
  const exposures = new Float64Array(months)
  for (let node = 0; node < NODES.length; node++) {
    const isKnot = node % STRIDE === 0
    let sum = 0
    for (let t = 0; t < months; t++) {
      const loading = loadings[t] ?? 0
      const given = (process.means[t] ?? 0) * Math.exp(loading * (NODES[node] ?? 0) - (loading * loading) / 2)
      const factor = discount[t] ?? 0
      sum += factor * expectedMargin(given, rest[t] ?? 0, cost)
      if (isKnot) exposures[t] = factor * given * chanceOfMargin(given, rest[t] ?? 0, cost)
    }
    sums[node] = Math.max(sum, 1e-9)
    if (isKnot) spreads[node] = Math.log1p(quadraticForm(relative, exposures) / (sums[node] ?? 1) ** 2)
  }
  interpolate(spreads)
  const means = sums.map((sum, node) => Math.log(sum) - (spreads[node] ?? 0) / 2)
  const deviations = spreads.map(Math.sqrt)
  smooth(means, deviations)
  const top = (means.at(-1) ?? 0) + 5 * (deviations.at(-1) ?? 0)
  return { weights: WEIGHTS, means, deviations, highest: Math.exp(top) }
}

/** Share of a month's expected reward that comes in months worth running: the margin's exposure to the reward. */
function chanceOfMargin(mean: number, variance: number, cost: number): number {
  if (cost <= 0) return 1
  if (variance <= 0) return mean > cost ? 1 : 0
  const deviation = Math.sqrt(variance)
  return normalCdf(Math.log(mean / cost) / deviation + deviation / 2)
}

/** exp(K(s,t) − β_s β_t) − 1: relative covariance of two months' rewards given the factor, row by row. */
function restCovariances(process: RewardProcess, loadings: Float64Array, months: number): Float64Array {
  const relative = new Float64Array(months * months)
  for (let s = 0; s < months; s++)
    for (let t = 0; t <= s; t++) {
      const covariance = logCovariance(process, s, t) - (loadings[s] ?? 0) * (loadings[t] ?? 0)
      const value = Math.expm1(covariance)
      relative[s * months + t] = value
      relative[t * months + s] = value
    }
  return relative
}

function quadraticForm(matrix: Float64Array, vector: Float64Array): number {
  const size = vector.length
  let sum = 0
  for (let row = 0; row < size; row++) {
    let inner = 0
    for (let column = 0; column < size; column++)
      inner += (matrix[row * size + column] ?? 0) * (vector[column] ?? 0)
    sum += inner * (vector[row] ?? 0)
  }
  return Math.max(sum, 0)
}

/** Fills the nodes between knots linearly. */
function interpolate(values: Float64Array): void {
  for (let node = 0; node < values.length; node++) {
    const share = (node % STRIDE) / STRIDE
    if (share === 0) continue
    const from = node - (node % STRIDE)
    values[node] = (1 - share) * (values[from] ?? 0) + share * (values[from + STRIDE] ?? 0)
  }
}

/** Widens each component to 0.6 of the way to its neighbours, so that the trapezoid rule sees no steps. */
function smooth(means: Float64Array, deviations: Float64Array): void {
  for (let node = 0; node < means.length; node++) {
    const before = means[Math.max(node - 1, 0)] ?? 0
    const after = means[Math.min(node + 1, means.length - 1)] ?? 0
    const gap = (after - before) / (node === 0 || node === means.length - 1 ? 1 : 2)
    deviations[node] = Math.max(Math.hypot(deviations[node] ?? 0, 0.6 * gap), 1e-6)
  }
}
