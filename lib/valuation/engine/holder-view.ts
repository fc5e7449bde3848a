import { quickExp } from '@/lib/math/elementary/quick-exp'
import { type Jumps, jumpCompensator } from '../jumps'
import type { MonthDraws } from './month-draws'
import { expectedLog, type RewardFilter } from './reward-filter'
import type { Seen } from './situation-values'
import type { Terms } from './terms'

/** What a holder sees at a month's end, on a path or in a draw of the months to come. */
export type HolderView = {
  /** Everything up to this month is known; −1: nothing. */
  begin(epsilon: Float64Array, month: number): void
  /** What is seen at the end of month index t, known itself. */
  see(jumped: Float64Array | undefined, t: number, reward: (k: number) => number, out: Seen): void
  /** The same at the end of month `end`, with the months from t to it still to come and drawn here. */
  draw(
    t: number,
    end: number,
    draws: MonthDraws,
    jumps: readonly (Jumps | undefined)[],
    jumped: Float64Array | undefined,
    out: Seen,
  ): void
}

export function holderView(terms: Terms, filter: RewardFilter): HolderView {
  const { months, networks, root } = filter
  const n = months * networks
  // the month half way from each month's end to the horizon, whose expected reward is seen
  const target = (t: number) => Math.min(t + Math.max(Math.floor((months - t) / 2), 1), months - 1)
  const halfVariance = (row: number, upTo: number) => {
    let sum = 0
    for (let i = 0; i < upTo; i++) sum += root[row * n + i]! ** 2
    return 0.5 * sum
  }
  // centring of a month's own log, and of its expected value given the months up to `t`
  const own = Float64Array.from({ length: n }, (_, row) => halfVariance(row, row + 1))
  const known = Float64Array.from({ length: n }, (_, at) =>
    halfVariance(
      target(Math.floor(at / networks)) * networks + (at % networks),
      (Math.floor(at / networks) + 1) * networks,
    ),
  )
  let epsilon: Float64Array = new Float64Array(0)
  let until = -1
  const z = new Float64Array(terms.transit * networks)
  // the mean of a log given what is known, asked for again by every draw of the month to come
  const means = new Float64Array(n)
  const asked = new Uint8Array(n)
  const expected = (row: number) => {
    if (asked[row] === 0) {
      means[row] = expectedLog(filter, Math.floor(row / networks), row % networks, epsilon, until)
      asked[row] = 1
    }
    return means[row]!
  }
  return {
    begin(given, month) {
      epsilon = given
      until = month
      asked.fill(0)
    },
    see(jumped, t, reward, out) {
      for (let k = 0; k < networks; k++) {
        out.rewards[k] = reward(k)
        const ahead = expected(target(t) * networks + k)
        const at = t * networks + k
        out.ahead[k] = terms.means[k]![target(t)]! * quickExp(ahead - known[at]! + (jumped ? jumped[at]! : 0))
      }
    },
    draw(t, end, draws, jumps, jumped, out) {
      const span = end - t + 1
      for (let i = 0; i < span * networks; i++) z[i] = draws.normal(i)
      for (let k = 0; k < networks; k++) {
        const row = end * networks + k
        const distant = target(end) * networks + k
        let [x, ahead] = [expected(row), expected(distant)]
        for (let i = 0; i < span * networks; i++) {
          const column = t * networks + i
          if (column <= row) x += root[row * n + column]! * z[i]!
          ahead += root[distant * n + column]! * z[i]!
        }
        let jump = jumped && t > 0 ? jumped[(t - 1) * networks + k]! : 0
        const kind = jumps[k]
        if (kind) {
          const time = span / 12
          const count = draws.count(k, kind.intensity * time)
          jump += count * kind.mean - jumpCompensator(kind) * time
          jump += Math.sqrt(count) * kind.deviation * draws.size(k)
        }
        out.rewards[k] = terms.means[k]![end]! * quickExp(x - own[row]! + jump)
        out.ahead[k] = terms.means[k]![target(end)]! * quickExp(ahead - known[row]! + jump)
      }
    },
  }
}
