import { quickExp } from '@/lib/math/elementary/quick-exp'
import { type Jumps, jumpCompensator } from '../jumps'

/** Month after month of a pair, `step` apart from `from` on. */
export type PairJumps = {
  /** how many */
  counts: Int32Array
  /** standard normal that sums up their sizes */
  sizes: Float64Array
  from: number
  step: number
}

/**
 * Multiplies the rewards of a pair of paths by their jumps so far, compensated by λk so that their mean stays 1: the two
 * jump as often, with sizes mirrored around their mean.
 *
 * @param noise of one network, at [path · months + t]
 */
export function jumpPair(
  noise: Float64Array,
  pair: number,
  months: number,
  jumps: Jumps,
  { counts, sizes, from, step }: PairJumps,
): void {
  const drift = jumpCompensator(jumps) / 12
  let [centre, spread] = [0, 0]
  for (let t = 0; t < months; t++) {
    const at = from + t * step
    const count = counts[at]!
    centre += count * jumps.mean - drift
    spread += Math.sqrt(count) * jumps.deviation * sizes[at]!
    noise[2 * pair * months + t]! *= quickExp(centre + spread)
    noise[(2 * pair + 1) * months + t]! *= quickExp(centre - spread)
  }
}
