import { exp } from '@/lib/math/elementary/exp'
import { RandomStream } from '@/lib/math/random/random-stream'
import { normal, poissonQuantile } from '@/lib/math/random/variates'
import { type Jumps, jumpCompensator } from '../jumps'
import { expectedLog, type RewardFilter } from './reward-filter'
import { EVEN_COST, type Scenarios } from './scenarios'

/** Scenarios with what drove them, as the holder of `rewardFilter` sees it. Paths 2k and 2k + 1 mirror each other. */
export type ObservedPaths = Scenarios & {
  /** by path, month · networks + network */
  epsilon: Float64Array[]
  /** log of the compensated jumps up to a month's end, likewise; undefined where there are none */
  jumped: Float64Array[] | undefined
}

/**
 * Draws paths of the same model as `drawScenarios` by its covariance, so that the surprise of each month over what
 * was known before is at hand. Jumps are taken as seen, which can only help the holder.
 */
export function observePaths(
  filter: RewardFilter,
  jumps: readonly (Jumps | undefined)[],
  paths: number,
  seed: number,
): ObservedPaths {
  const { networks, months, root } = filter
  const n = networks * months
  const stream = new RandomStream(seed)
  const observed: ObservedPaths = {
    paths,
    months,
    noise: Array.from({ length: networks }, () => new Float64Array(paths * months)),
    cost: new Uint8Array(paths),
    deathLevel: new Float64Array(paths),
    canMove: new Uint8Array(paths).fill(1),
    epsilon: [],
    jumped: jumps.some((one) => one) ? [] : undefined,
  }
  const halves = Float64Array.from({ length: n }, (_, row) => {
    let sum = 0
    for (let i = 0; i <= row; i++) sum += root[row * n + i]! ** 2
    return 0.5 * sum
  })
  for (let path = 0; path < paths; path += 2) {
    stream.seek(path / 2)
    const share = (0.5 + (path / 2) * EVEN_COST) % 1
    const z = Float64Array.from({ length: n }, () => normal(stream))
    const [up, down] = drawJumps(filter, jumps, stream)
    for (const [at, epsilon, jumped] of [
      [path, z, up],
      [path + 1, z.map((x) => -x), down],
    ] as const) {
      observed.cost[at] = share < 1 / 6 ? 0 : share < 5 / 6 ? 1 : 2
      observed.epsilon.push(epsilon)
      observed.jumped?.push(jumped)
      for (let row = 0; row < n; row++) {
        const [t, k] = [Math.floor(row / networks), row % networks]
        const x = expectedLog(filter, t, k, epsilon, t)
        observed.noise[k]![at * months + t] = exp(x - halves[row]! + jumped[row]!)
      }
    }
  }
  return observed
}

/** Compensated log jumps so far on two paths that mirror each other. */
function drawJumps(
  { networks, months }: RewardFilter,
  jumps: readonly (Jumps | undefined)[],
  stream: RandomStream,
): [Float64Array, Float64Array] {
  const [up, down] = [new Float64Array(networks * months), new Float64Array(networks * months)]
  for (const [k, kind] of jumps.entries()) {
    if (!kind) continue
    for (let t = 0; t < months; t++) {
      const at = t * networks + k
      const before = t === 0 ? 0 : at - networks
      const count = poissonQuantile(stream.uniform(), kind.intensity / 12)
      const centre = count * kind.mean - jumpCompensator(kind) / 12
      const spread = Math.sqrt(count) * kind.deviation * normal(stream)
      up[at] = (t === 0 ? 0 : up[before]!) + centre + spread
      down[at] = (t === 0 ? 0 : down[before]!) + centre - spread
    }
  }
  return [up, down]
}
