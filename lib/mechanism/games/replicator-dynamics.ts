import { InvalidInputError } from '@/lib/core/errors'

export type ReplicatorState = { time: number; row: number[]; column: number[] }

/**
 * Two populations that learn: each share grows at the rate by which its payoff exceeds its population's mean,
 *
 *     dx_i/dt = x_i ((A y)_i − x·A y),   dy_j/dt = y_j ((xᵀB)_j − xᵀB y).
 *
 * Fourth-order Runge–Kutta on the logarithms of the shares, so that none becomes negative. Its resting points inside
 * are Nash equilibria, and a resting point to which it converges from inside is one (Taylor & Jonker 1978).
 *
 * @param steps of length `step` in time; every `every`-th state is kept, the first and the last always
 * @throws InvalidInputError when shapes differ or a starting share is not above zero
 */
export function replicatorDynamics(
  payoffs: { row: readonly number[][]; column: readonly number[][] },
  start: { row: readonly number[]; column: readonly number[] },
  options: { step: number; steps: number; every?: number },
): ReplicatorState[] {
  const { row: a, column: b } = payoffs
  const [m, n] = [start.row.length, start.column.length]
  const fits = (matrix: readonly number[][]) =>
    matrix.length === m && matrix.every((line) => line.length === n && line.every(Number.isFinite))
  if (!fits(a) || !fits(b) || ![...start.row, ...start.column].every((share) => share > 0))
    throw new InvalidInputError('Payoffs and shares differ in size, or a share does not start above zero.')
  const { step, steps, every = 1 } = options
  let logs = [...start.row, ...start.column].map(Math.log)

  const growth = (state: readonly number[]) => {
    const x = shares(state.slice(0, m))
    const y = shares(state.slice(m))
    const ofRow = a.map((line) => dot(line, y))
    const ofColumn = y.map((_, j) => b.reduce((sum, line, i) => sum + line[j]! * x[i]!, 0))
    const [rowMean, columnMean] = [dot(ofRow, x), dot(ofColumn, y)]
    return [...ofRow.map((payoff) => payoff - rowMean), ...ofColumn.map((payoff) => payoff - columnMean)]
  }
  const along = (state: readonly number[], slope: readonly number[], by: number) =>
    state.map((value, k) => value + by * slope[k]!)
  const stateAt = (k: number) => ({
    time: k * step,
    row: shares(logs.slice(0, m)),
    column: shares(logs.slice(m)),
  })

  const kept = [stateAt(0)]
  for (let k = 1; k <= steps; k++) {
    const k1 = growth(logs)
    const k2 = growth(along(logs, k1, step / 2))
    const k3 = growth(along(logs, k2, step / 2))
    const k4 = growth(along(logs, k3, step))
    logs = logs.map((value, i) => value + (step / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!))
    if (k % every === 0 || k === steps) kept.push(stateAt(k))
  }
  return kept
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0)

function shares(logs: readonly number[]): number[] {
  const largest = Math.max(...logs)
  const weights = logs.map((value) => Math.exp(value - largest))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
