import { type BasketProblem, basketLosses, expectedGains } from './basket'
import { tailMean } from './tail-loss'

/**
 * Betters a basket of whole positions move by move: adds one, drops one or exchanges one for another, while every limit
 * holds and the aim comes nearer, until no such move is left or `evaluations` baskets have been looked at. The same
 * basket comes out whenever the same goes in.
 */
export function improveBasket(
  problem: BasketProblem,
  start: Float64Array,
  evaluations: number,
): Float64Array {
  const { candidates, budgetUsd, beta, aim, caps = [] } = problem
  const gains = expectedGains(candidates)
  const holdings = start.slice()
  const losses = basketLosses(candidates, holdings)
  let spent = candidates.reduce((sum, { costUsd }, j) => sum + holdings[j]! * costUsd, 0)
  let gain = gains.reduce((sum, each, j) => sum + holdings[j]! * each, 0)
  const limits = caps.map(({ group, share }) => ({
    most: share * budgetUsd,
    members: new Set(candidates.flatMap(({ groups }, j) => (groups?.includes(group) ? [j] : []))),
    spent: 0,
  }))
  for (const limit of limits)
    for (const j of limit.members) limit.spent += holdings[j]! * candidates[j]!.costUsd
  const [next, work] = [losses.slice(), losses.slice()]
  let tail = tailMean(work, beta)
  let left = evaluations

  /** Makes the move if every limit holds and the aim comes nearer. */
  const attempt = (out: number | undefined, into: number | undefined): boolean => {
    const cost = (j: number | undefined) => (j === undefined ? 0 : candidates[j]!.costUsd)
    const change = cost(into) - cost(out)
    const gained = (into === undefined ? 0 : gains[into]!) - (out === undefined ? 0 : gains[out]!)
    if (spent + change > budgetUsd) return false
    if (aim.kind === 'most gain' ? gained <= 1e-9 : gain + gained < (aim.gainUsd ?? Number.NEGATIVE_INFINITY))
      return false
    const part = (members: ReadonlySet<number>, j: number | undefined) =>
      j !== undefined && members.has(j) ? cost(j) : 0
    if (
      limits.some(({ most, members, spent: used }) => used + part(members, into) - part(members, out) > most)
    )
      return false
    left -= 1
    next.set(losses)
    for (const [j, sign] of [
      [out, -1],
      [into, 1],
    ] as const) {
      if (j === undefined) continue
      const { costUsd, valuesUsd } = candidates[j]!
      for (let s = 0; s < next.length; s++) next[s]! += sign * (costUsd - valuesUsd[s]!)
    }
    work.set(next)
    const cvar = tailMean(work, beta)
    if (aim.kind === 'most gain' ? cvar > aim.cvarUsd : cvar >= tail - 1e-9) return false
    losses.set(next)
    if (out !== undefined) holdings[out] = 0
    if (into !== undefined) holdings[into] = 1
    for (const limit of limits) limit.spent += part(limit.members, into) - part(limit.members, out)
    spent += change
    gain += gained
    tail = cvar
    return true
  }

  const byGain = [...candidates.keys()].sort((a, b) => gains[b]! - gains[a]!)
  for (let moved = true; moved && left > 0; ) {
    moved = false
    for (const into of [...byGain, undefined]) {
      if (left <= 0) break
      if (into !== undefined && holdings[into] === 1) continue
      if (into !== undefined && attempt(undefined, into)) {
        moved = true
        continue
      }
      for (const out of byGain.toReversed())
        if (holdings[out] === 1 && left > 0 && attempt(out, into)) {
          moved = true
          break
        }
    }
  }
  return holdings
}
