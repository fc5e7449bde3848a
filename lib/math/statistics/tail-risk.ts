import { sorted } from './quantiles'

/**
 * Value at risk and expected shortfall of losses (positive is bad) at a level such as 0.95: the smallest loss that is
 * not exceeded with that chance, and the mean of the worst 1 − level of the outcomes, the one that straddles the
 * boundary counted in part (Rockafellar & Uryasev 2002).
 *
 * @throws RangeError for an empty sample or a level outside (0, 1)
 */
export function tailRisk(
  losses: ArrayLike<number>,
  level: number,
): { valueAtRisk: number; expectedShortfall: number } {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is not a level: it lies between 0 and 1.`)
  const ascending = sorted(losses)
  const n = ascending.length
  // a hair's breadth for levels such as 0.9 × 10, which is not 9 in binary
  const index = Math.min(Math.max(Math.ceil(level * n - 1e-9) - 1, 0), n - 1)
  const valueAtRisk = ascending[index]!
  let excess = 0
  for (let i = index + 1; i < n; i++) excess += ascending[i]! - valueAtRisk
  return { valueAtRisk, expectedShortfall: valueAtRisk + excess / (n * (1 - level)) }
}
