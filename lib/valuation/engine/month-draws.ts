import { normalQuantile } from '@/lib/math/elementary/normal-quantile'
import type { RandomStream } from '@/lib/math/random/random-stream'
import { normal, poisson, poissonQuantile } from '@/lib/math/random/variates'

/** The chance of one draw of the months to come: normals of the walks, then number and size of the jumps of each network. */
export type MonthDraws = {
  normal(index: number): number
  count(network: number, mean: number): number
  size(network: number): number
}

/** Powers of 1/φ, the most evenly spread step: one for each dimension after the first. */
const STEPS = [1]
while (STEPS.length < 16) STEPS.push(STEPS.at(-1)! * 0.6180339887498949)

/** A point of a lattice that is shifted at random: each coordinate uniform by itself, even together with the other points. */
export function latticeDraws(
  point: number,
  points: number,
  networks: number,
  shift: Float64Array,
): MonthDraws {
  const uniform = (dimension: number) => {
    const u =
      dimension === 0 ? (point + shift[0]!) / points : (point * STEPS[dimension]! + shift[dimension]!) % 1
    return Math.min(Math.max(u, 1e-12), 1 - 1e-12)
  }
  return {
    normal: (index) => normalQuantile(uniform(index)),
    count: (network, mean) => poissonQuantile(uniform(networks + network), mean),
    size: (network) => normalQuantile(uniform(2 * networks + network)),
  }
}

export function randomDraws(stream: RandomStream): MonthDraws {
  return {
    normal: () => normal(stream),
    count: (_, mean) => poisson(stream, mean),
    size: () => normal(stream),
  }
}
