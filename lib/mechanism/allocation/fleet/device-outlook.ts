import { ARRIVING, IN_TRANSIT, LEAVING } from '@/lib/valuation/engine/action-codes'
import { pathValues, stayingValues } from '@/lib/valuation/engine/cash-flows'
import type { EngineInputs } from '@/lib/valuation/engine/inputs'
import type { Scenarios } from '@/lib/valuation/engine/scenarios'
import { asInputs, ownReward, type Terms, termsOf } from '@/lib/valuation/engine/terms'
import { expectedMargin } from '@/lib/valuation/expected-margin'
import { expectedSalvage, runningCosts } from '@/lib/valuation/expected-value'
import type { ValuationInputs } from '@/lib/valuation/inputs'
import { logVariance, rewardProcess } from '@/lib/valuation/reward-process'

/** What a device would gain by moving to one network now, and staying there. */
export type MoveOutlook = {
  network: string
  /** mean gain before the cost of the move if the device can serve the network, in closed form. USD */
  ifItCanUsd: number
  /**
   * the same on each path of the scenarios, their mean brought to it; 0 on paths on which the device cannot serve the
   * network. USD
   */
  gains: Float64Array
  /** rewards lost while it moves, present value. USD */
  lostUsd: number
  /** present value of a device's rewards there, before running cost. USD */
  rewardsUsd: number
  /** expected rewards of the first month there. USD */
  monthlyRewardUsd: number
  /** mean margin there less here by month since the move, what is lost at first included. USD */
  marginGains: Float64Array
}

export type DeviceOutlook = {
  /** mean present value of staying to the horizon, idling in months that would lose money, in closed form. USD */
  stayUsd: number
  rewardsUsd: number
  monthlyRewardUsd: number
  moves: MoveOutlook[]
}

/**
 * Staying against moving now. Means are exact: rewards are lognormal, and a month that would lose money is idled. Around
 * them, path by path on the same random numbers: prices, level, trend, entry of other devices, running cost and whether
 * the device can serve the other networks at all; the time of failure is averaged out. Neither side holds a right to
 * move again later: what is compared is standing here against standing there.
 */
export function deviceOutlook(inputs: EngineInputs, scenarios: Scenarios): DeviceOutlook {
  const terms = termsOf({ ...inputs, moveCost: { ...inputs.moveCost, value: 0 } })
  const stay = stayingValues(terms, scenarios, 0)
  const here = expectedMargins(inputs, ownReward(inputs))
  const shares = Float64Array.from({ length: terms.months }, (_, t) => shareEarned(terms, t))
  const away = terms.transit - terms.arrivalShare
  return {
    stayUsd: expectedSalvage(inputs) + present(terms, here),
    rewardsUsd: present(terms, terms.means[0]!),
    monthlyRewardUsd: terms.means[0]![0]!,
    moves: inputs.moves
      .filter(() => terms.transit <= terms.months)
      .map((move, k) => {
        const situation = k + 1
        const margins = expectedMargins(asInputs(inputs, move), move.reward.value * inputs.uptimeFactor.value)
        const marginGains = margins.map((margin, t) => shares[t]! * margin - here[t]!)
        const ifItCanUsd = present(terms, marginGains)
        return {
          network: move.network,
          ifItCanUsd,
          gains: gainsAround(ifItCanUsd, terms, scenarios, situation, stay),
          lostUsd: present(
            terms,
            here.map((margin, t) => margin * Math.max(0, Math.min(away - t, 1))),
          ),
          rewardsUsd: present(
            terms,
            terms.means[situation]!.map((mean, t) => mean * shares[t]!),
          ),
          monthlyRewardUsd: terms.means[situation]![0]!,
          marginGains,
        }
      }),
  }
}

/** Share of a month's rewards that a device which leaves today earns where it goes. */
function shareEarned({ transit, arrivalShare }: Terms, t: number): number {
  return t < transit - 1 ? 0 : t === transit - 1 ? arrivalShare : 1
}

/** Mean margin of each month while the device lives. USD */
function expectedMargins(inputs: ValuationInputs, scale: number): Float64Array {
  const process = rewardProcess(inputs, scale, true)
  return process.means.map((mean, t) =>
    runningCosts(inputs).reduce(
      (sum, { cost, weight }) => sum + weight * expectedMargin(mean, logVariance(process, t), cost),
      0,
    ),
  )
}

/** Present value of months' amounts that come while the device lives. USD */
function present({ alive, discount }: Terms, amounts: Float64Array): number {
  return amounts.reduce((sum, amount, t) => sum + alive[t + 1]! * discount[t + 1]! * amount, 0)
}

function gainsAround(
  mean: number,
  terms: Terms,
  scenarios: Scenarios,
  situation: number,
  stay: Float64Array,
): Float64Array {
  const { canMove } = scenarios
  const gains = pathValues(terms, scenarios, moveNow(terms, scenarios, situation)).expected
  let [sum, count] = [0, 0]
  for (let path = 0; path < gains.length; path++) {
    if (canMove[path] === 0) gains[path] = 0
    else {
      gains[path]! -= stay[path]!
      sum += gains[path]!
      count += 1
    }
  }
  const shift = count > 0 ? mean - sum / count : 0
  for (let path = 0; path < gains.length; path++) if (canMove[path] === 1) gains[path]! += shift
  return gains
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
