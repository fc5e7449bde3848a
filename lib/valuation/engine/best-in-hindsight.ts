import type { ObservedPaths } from './observed-paths'
import { choicesOf } from './policy'
import type { Surprises } from './surprises'
import type { Terms } from './terms'

/** By situation today: the most that a path pays, penalties taken off, to one who knows it whole. USD */
export function bestInHindsight(
  terms: Terms,
  { noise, cost }: ObservedPaths,
  path: number,
  surprises: Surprises,
): Float64Array {
  const { months, alive, discount, salvage, transit } = terms
  const networks = terms.means.length
  const moves = terms.moveCosts.length
  const situations = moves + 2
  const costs = [terms.ownCosts[cost[path]!]!, ...terms.moveCosts]
  const margin = (k: number, t: number, surprise: number) =>
    discount[t + 1]! *
    (Math.max(terms.means[k]![t]! * noise[k]![path * months + t]! - costs[k]!, 0) - surprise)
  const arrivals = surprises.arrivals ?? surprises
  const best = Array.from({ length: months + 1 }, () => new Float64Array(situations))
  best[months]!.fill(salvage[months]!)
  for (let t = months - 1; t >= 0; t--)
    for (let s = 0; s < situations; s++) {
      const p = alive[t + 1]! / alive[t]!
      const k = s > moves ? 0 : s
      let most =
        p *
          (margin(k, t, surprises.margins[t * networks + k]!) +
            best[t + 1]![s]! -
            surprises.values[t * situations + s]!) +
        (1 - p) * salvage[t + 1]!
      for (const choice of choicesOf(s, moves)) {
        if (choice === moves + 1) {
          most = Math.max(most, salvage[t]!)
          continue
        }
        const end = t + transit
        if (end > months) continue
        let value = -discount[t]! * terms.moveCost
        for (let month = t; month < end; month++)
          value += ((alive[month]! - alive[month + 1]!) / alive[t]!) * salvage[month + 1]!
        const arrived =
          terms.arrivalShare * margin(choice, end - 1, arrivals.margins[t * networks + choice]!) +
          best[end]![choice]! -
          arrivals.values[t * situations + choice]!
        most = Math.max(most, value + (alive[end]! / alive[t]!) * arrived)
      }
      best[t]![s] = most
    }
  return best[0]!
}
