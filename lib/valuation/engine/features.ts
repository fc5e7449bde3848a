import type { Scenarios } from './scenarios'
import type { Terms } from './terms'

/** Length of the vector that a policy sees, by the number of other networks. */
export function featureCount(moves: number): number {
  return 5 + 3 * moves
}

/**
 * What the holder sees at the end of month t (0: today), and nothing of what is to come: this month's margins here and
 * there, over the size of all the money about, so that each lies within −1 and 1; and their squares and products.
 * Writes 1, u, u², w, uw, then v, v², uv for each other network, and returns that size in USD.
 */
export function writeFeatures(
  terms: Terms,
  scenarios: Scenarios,
  path: number,
  t: number,
  out: Float64Array,
): number {
  const cost = terms.ownCosts[scenarios.cost[path]!]!
  const { means, moveCosts } = terms
  const at = path * scenarios.months + t - 1
  // today's reward is the figure itself; what is uncertain about it shows in the months
  const own = t === 0 ? means[0]![0]! : means[0]![t - 1]! * scenarios.noise[0]![at]!
  const hardware = terms.salvage[t]! / terms.discount[t]! / 24
  let size = own + cost + hardware + 1e-9
  for (let j = 0; j < moveCosts.length; j++) {
    const there = t === 0 ? means[j + 1]![0]! : means[j + 1]![t - 1]! * scenarios.noise[j + 1]![at]!
    out[5 + 3 * j] = there - moveCosts[j]!
    size += there + moveCosts[j]!
  }
  const u = (own - cost) / size
  const w = hardware / size
  out[0] = 1
  out[1] = u
  out[2] = u * u
  out[3] = w
  out[4] = u * w
  for (let j = 0; j < moveCosts.length; j++) {
    const v = out[5 + 3 * j]! / size
    out[5 + 3 * j] = v
    out[6 + 3 * j] = v * v
    out[7 + 3 * j] = u * v
  }
  return size
}
