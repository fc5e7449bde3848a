import type { Jumps } from '../jumps'
import type { ObservedPaths } from './observed-paths'
import type { Terms } from './terms'

/** What the streams of `prospectsOf` brought after a month's end, alive then, on each path. */
export function broughtOf(
  terms: Terms,
  { paths, noise, cost }: ObservedPaths,
  jumps: readonly (Jumps | undefined)[],
  others: readonly number[],
) {
  const { months, alive, discount, means } = terms
  const sumOf = (margin: (path: number, t: number) => number) => {
    const sum = new Float64Array(paths * (months + 1))
    for (let path = 0; path < paths; path++)
      for (let t = months - 1; t >= 0; t--) {
        const at = path * (months + 1) + t
        sum[at] = sum[at + 1]! + alive[t + 1]! * discount[t + 1]! * margin(path, t)
      }
    return sum
  }
  const reward = (k: number, path: number, t: number) => means[k]![t]! * noise[k]![path * months + t]!
  const stays = noise.map((_, k) =>
    sumOf((path, t) => {
      const margin = reward(k, path, t) - (k === 0 ? terms.ownCosts[cost[path]!]! : terms.moveCosts[k - 1]!)
      return jumps[k] ? margin : Math.max(margin, 0)
    }),
  )
  const exchanges = others.map((k) =>
    sumOf((path, t) => Math.max(reward(k, path, t) - reward(0, path, t), 0)),
  )
  const sums = [...stays, ...exchanges]
  return (stream: number, path: number, t: number) => sums[stream]![path * (months + 1) + t]! / alive[t]!
}
