import { RandomStream } from '@/lib/math/random/random-stream'
import { exponential } from '@/lib/math/random/variates'
import { type ReplicatorState, replicatorDynamics } from './replicator-dynamics'

type Payoffs = { row: readonly number[][]; column: readonly number[][] }
type Shares = { row: readonly number[]; column: readonly number[] }

/** Shares drawn uniformly from all that there can be, each a thousandth at least. */
export function drawShares(rows: number, columns: number, seed: number, path = 0): Shares {
  const stream = new RandomStream(seed, path)
  const draw = (count: number) => {
    const weights = Array.from({ length: count }, () => exponential(stream))
    const total = weights.reduce((a, b) => a + b, 0)
    return weights.map((weight) => (weight / total) * (1 - count / 1_000) + 1 / 1_000)
  }
  return { row: draw(rows), column: draw(columns) }
}

/**
 * Two populations that learn from a start, in the time in which a share grows by e where its payoff exceeds the mean by
 * the game's largest difference of payoffs: the unit makes paths of games in cents and in thousands alike.
 */
export function learningPath(
  payoffs: Payoffs,
  start: Shares,
  options: { until: number; step: number; every: number },
): ReplicatorState[] {
  const range = (matrix: readonly number[][]) => Math.max(...matrix.flat()) - Math.min(...matrix.flat())
  const unit = Math.max(range(payoffs.row), range(payoffs.column)) || 1
  const scale = (matrix: readonly number[][]) => matrix.map((line) => line.map((payoff) => payoff / unit))
  const { until, step, every } = options
  return replicatorDynamics({ row: scale(payoffs.row), column: scale(payoffs.column) }, start, {
    step,
    steps: Math.round(until / step),
    every,
  })
}

/**
 * How many of `starts` drawn starts are at each equilibrium, within a hundredth in every share, after `until`; the rest
 * still move, or rest within a continuum of equilibria. `onStart` is told how many are done.
 */
export function whereLearningEnds(
  payoffs: Payoffs,
  equilibria: readonly Shares[],
  options: { starts: number; seed: number; until: number; onStart?: (done: number) => void },
): { ends: number[]; elsewhere: number } {
  const ends = equilibria.map(() => 0)
  let elsewhere = 0
  const [rows, columns] = [payoffs.row.length, payoffs.row[0]!.length]
  for (let k = 0; k < options.starts; k++) {
    const start = drawShares(rows, columns, options.seed, k)
    const path = learningPath(payoffs, start, { until: options.until, step: 0.2, every: 1_000_000 })
    const last = [...path.at(-1)!.row, ...path.at(-1)!.column]
    const found = equilibria.findIndex(({ row, column }) =>
      [...row, ...column].every((share, i) => Math.abs(share - last[i]!) < 0.01),
    )
    if (found === -1) elsewhere += 1
    else ends[found]! += 1
    options.onStart?.(k + 1)
  }
  return { ends, elsewhere }
}
