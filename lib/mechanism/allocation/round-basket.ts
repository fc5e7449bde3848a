import { type BasketProblem, basketLosses, expectedGains } from './basket'
import { tailMean } from './tail-loss'

/**
 * A basket of whole positions near a basket of shares: candidates are taken in the order of their share there, or of
 * whatever else ranks them, then of gain per dollar, each whole if every limit still holds. Quick and feasible, not the
 * best; `undefined` where it reaches no gain that is asked for.
 */
export function roundBasket(problem: BasketProblem, ranks: ArrayLike<number>): Float64Array | undefined {
  const { candidates, budgetUsd, beta, aim, caps = [] } = problem
  const gains = expectedGains(candidates)
  const perDollar = (j: number) => gains[j]! / candidates[j]!.costUsd
  const order = [...candidates.keys()].sort((a, b) => ranks[b]! - ranks[a]! || perDollar(b) - perDollar(a))
  const holdings = new Float64Array(candidates.length)
  const room = new Map(caps.map(({ group, share }) => [group, share * budgetUsd]))
  let losses = basketLosses(candidates, holdings)
  let [left, gain] = [budgetUsd, 0]
  for (const j of order) {
    if (aim.kind === 'least risk' && gain >= (aim.gainUsd ?? 0)) break
    const { costUsd, valuesUsd, groups = [] } = candidates[j]!
    if (gains[j]! <= 0 || costUsd > left || groups.some((group) => costUsd > (room.get(group) ?? costUsd)))
      continue
    const next = losses.map((loss, s) => loss + costUsd - valuesUsd[s]!)
    if (aim.kind === 'most gain' && tailMean(next.slice(), beta) > aim.cvarUsd) continue
    holdings[j] = 1
    losses = next
    left -= costUsd
    gain += gains[j]!
    for (const group of groups) if (room.has(group)) room.set(group, room.get(group)! - costUsd)
  }
  return aim.kind === 'least risk' && gain < (aim.gainUsd ?? 0) ? undefined : holdings
}
