import { ARRIVING, IN_TRANSIT, LEAVING } from '@/lib/valuation/engine/action-codes'
import { marginUnder, meanValue, pathValues, stayingValues } from '@/lib/valuation/engine/cash-flows'
import type { EngineInputs } from '@/lib/valuation/engine/inputs'
import type { Scenarios } from '@/lib/valuation/engine/scenarios'
import { type Terms, termsOf } from '@/lib/valuation/engine/terms'

/** What a device would gain by moving to one network now, and staying there. */
export type MoveOutlook = {
  network: string
  /**
   * present value there less here on each path of the valuation's scenarios, before the cost of the move and with the
   * rewards lost while it moves; 0 on paths on which the device cannot serve the network. USD
   */
  gains: Float64Array
  meanUsd: number
  /** rewards lost while it moves, present value. USD */
  lostUsd: number
  /** present value of a device's rewards there, before running cost. USD */
  rewardsUsd: number
  /** rewards a month there, as of today. USD */
  monthlyRewardUsd: number
  /** mean margin there less here by month since the move, where the device can serve it; −what is lost at first. USD */
  marginGains: Float64Array
}

export type DeviceOutlook = {
  /** present value of staying to the horizon, idling in months that would lose money. USD */
  stayUsd: number
  rewardsUsd: number
  monthlyRewardUsd: number
  moves: MoveOutlook[]
}

/**
 * Staying against moving now, on the same random numbers path by path: prices, level, trend, entry of other devices,
 * running cost and whether the device can serve the other networks at all. The time of failure is averaged out. Neither
 * side holds a right to move again later: what is compared is standing here against standing there.
 *
 * @param scenarios drawn for these inputs, or for inputs of the same spread
 */
export function deviceOutlook(inputs: EngineInputs, scenarios: Scenarios): DeviceOutlook {
  const terms = termsOf({ ...inputs, moveCost: { ...inputs.moveCost, value: 0 } })
  const stay = stayingValues(terms, scenarios, 0)
  return {
    stayUsd: meanValue(stay),
    rewardsUsd: presentRewards(terms, 0, 0),
    monthlyRewardUsd: terms.means[0]![0]!,
    moves:
      terms.transit > terms.months
        ? []
        : inputs.moves.map((move, k) => {
            const situation = k + 1
            const gains = pathValues(terms, scenarios, moveNow(terms, scenarios, situation)).expected
            for (let path = 0; path < gains.length; path++) gains[path]! -= stay[path]!
            const away = terms.transit - terms.arrivalShare
            return {
              network: move.network,
              gains,
              meanUsd: meanValue(gains),
              lostUsd: presentRewards(terms, 0, 0, away),
              rewardsUsd: presentRewards(terms, situation, away),
              monthlyRewardUsd: terms.means[situation]![0]!,
              marginGains: marginGains(terms, scenarios, situation),
            }
          }),
  }
}

/** Every device that can leaves today and stays in that network; the others stay here. */
function moveNow(terms: Terms, scenarios: Scenarios, situation: number): Uint8Array {
  const { months, transit } = terms
  const codes = new Uint8Array(scenarios.paths * months)
  for (let path = 0; path < scenarios.paths; path++) {
    if (scenarios.canMove[path] === 0) continue
    const start = path * months
    codes.fill(situation, start, start + months)
    codes.fill(situation + IN_TRANSIT, start, start + transit)
    codes[start + transit - 1] = situation + ARRIVING
    codes[start]! += LEAVING
  }
  return codes
}

/** Present value of expected rewards in a network while the device lives, from one time in months to another. USD */
function presentRewards(terms: Terms, network: number, from: number, to = terms.months): number {
  let sum = 0
  for (let t = 0; t < terms.months; t++) {
    const share = Math.max(0, Math.min(to, t + 1) - Math.max(from, t))
    sum += share * terms.alive[t + 1]! * terms.discount[t + 1]! * terms.means[network]![t]!
  }
  return sum
}

function marginGains(terms: Terms, scenarios: Scenarios, situation: number): Float64Array {
  const sums = new Float64Array(terms.months)
  let count = 0
  for (let path = 0; path < scenarios.paths; path++) {
    if (scenarios.canMove[path] === 0) continue
    count += 1
    for (let t = 0; t < terms.months; t++) {
      const code =
        t < terms.transit - 1
          ? situation + IN_TRANSIT
          : t === terms.transit - 1
            ? situation + ARRIVING
            : situation
      sums[t]! += marginUnder(terms, scenarios, code, path, t) - marginUnder(terms, scenarios, 0, path, t)
    }
  }
  return count > 0 ? sums.map((sum) => sum / count) : sums
}
