import { exp } from '@/lib/math/elementary/exp'
import { expectedMargin } from '../expected-margin'
import { expectedMarginWithJumps } from '../jumps'
import type { EngineInputs } from './inputs'
import { expectedLog, type RewardFilter } from './reward-filter'
import { rewardProcesses, type Terms } from './terms'

/**
 * Present values, in closed form, of streams of cash from what is known at a month's end on: staying in each network for good
 * (with jumps, without the right to idle), and exchanging the rewards here for those there whenever that pays (Margrabe 1978;
 * not with jumps). As conditional expectations they are martingales to the last digit, and whatever a
 * position is worth in the far tail of rewards is a combination of them.
 */
export type Prospects = {
  /** how many streams: staying in each network, then the exchange for each of `others` */
  count: number
  others: readonly number[]
  /** Looks at a path of which the months before `known` are known. `cost`: here, USD a month */
  look(epsilon: Float64Array, jumped: Float64Array | undefined, known: number, cost: number): void
  /** value of a stream's months from this one on, alive today, discounted to today. USD */
  from(stream: number, month: number): number
  /** expected margin in a month yet to come, while alive, undiscounted. USD */
  margin(network: number, month: number): number
}

export function prospectsOf(inputs: EngineInputs, terms: Terms, filter: RewardFilter): Prospects {
  const { networks, months, root } = filter
  const n = networks * months
  const processes = rewardProcesses(inputs)
  const jumps = processes.map((process) => process.jumps)
  const exchanges = jumps.flatMap((kind, k) => (k > 0 && !kind && !jumps[0] ? [k] : []))
  // variance still open in month u when the months before t are known, and what two networks share of it
  const open = Array.from({ length: months }, (_, known) => {
    const shared = (u: number, j: number, k: number) => {
      const [a, b] = [(u * networks + j) * n, (u * networks + k) * n]
      let sum = 0
      for (let i = known * networks; i < (u + 1) * networks; i++) sum += root[a + i]! * root[b + i]!
      return sum
    }
    return Array.from({ length: months }, (_, u) =>
      u < known
        ? undefined
        : {
            own: Array.from({ length: networks }, (_, k) => shared(u, k, k)),
            withHere: Array.from({ length: networks }, (_, k) => shared(u, 0, k)),
          },
    )
  })
  const half = Float64Array.from({ length: n }, (_, row) => {
    let sum = 0
    for (let i = 0; i <= row; i++) sum += root[row * n + i]! ** 2
    return 0.5 * sum
  })
  const count = networks + exchanges.length
  const values = Array.from({ length: count }, () => new Float64Array(months + 1))
  const rewards = Array.from({ length: networks }, () => new Float64Array(months))
  let [knownNow, costNow] = [0, 0]
  const costOf = (k: number) => (k === 0 ? costNow : terms.moveCosts[k - 1]!)

  return {
    count,
    others: exchanges,
    look(epsilon, jumped, known, cost) {
      knownNow = known
      costNow = cost
      for (const stream of values) stream[months] = 0
      for (let u = months - 1; u >= known; u--) {
        const weight = terms.alive[u + 1]! * terms.discount[u + 1]!
        const { own, withHere } = open[known]![u]!
        for (let k = 0; k < networks; k++) {
          const row = u * networks + k
          const x = expectedLog(filter, u, k, epsilon, known - 1) - half[row]! + 0.5 * own[k]!
          const jump = jumped && known > 0 ? jumped[(known - 1) * networks + k]! : 0
          const reward = terms.means[k]![u]! * exp(x + jump)
          rewards[k]![u] = reward
          const margin = jumps[k] ? reward - costOf(k) : expectedMargin(reward, own[k]!, costOf(k))
          values[k]![u] = values[k]![u + 1]! + weight * margin
        }
        for (const [index, k] of exchanges.entries()) {
          const variance = Math.max(own[0]! + own[k]! - 2 * withHere[k]!, 0)
          const stream = values[networks + index]!
          stream[u] = stream[u + 1]! + weight * expectedMargin(rewards[k]![u]!, variance, rewards[0]![u]!)
        }
      }
    },
    from: (stream, month) => values[stream]![month]!,
    margin(k, u) {
      const [reward, variance] = [rewards[k]![u]!, open[knownNow]![u]!.own[k]!]
      const kind = jumps[k]
      return kind
        ? expectedMarginWithJumps(reward, variance, costOf(k), kind, (u - knownNow + 1) / 12)
        : expectedMargin(reward, variance, costOf(k))
    },
  }
}
