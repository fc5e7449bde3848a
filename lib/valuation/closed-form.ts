import { splitLargestRemainder, toMoney } from '@/lib/core/money'
import { expectedRewards, expectedSalvage } from './expected-value'
import type { ValuationInputs } from './inputs'
import { presentValueQuantiles } from './present-value-quantiles'
import { rewardProcess } from './reward-process'
import type { Valuation } from './valuation'

export const CLOSED_FORM_MODEL = 'closed-form-1'

/**
 * Discounted rewards with lognormal price, constant hazard and running cost, in closed form. Four nested models:
 *
 *     V0  salvage
 *     V1  + rewards of the network's median device, node count frozen, idled in months that would lose money
 *     V2  + this device's own ratio and uptime
 *     V3  + entry and exit of other devices
 *
 * The right to move to another network (V4 − V3) is not computed: it is named in `omitted`.
 */
export function closedForm(inputs: ValuationInputs): Valuation {
  const network = inputs.networkReward.value * inputs.tokenPrice.value
  const device = network * inputs.deviceRatio.value * inputs.uptimeFactor.value
  const full = rewardProcess(inputs, device, true)

  const salvage = expectedSalvage(inputs)
  const base = expectedRewards(inputs, rewardProcess(inputs, network, false))
  const own = expectedRewards(inputs, rewardProcess(inputs, device, false))
  const diluted = expectedRewards(inputs, full)

  const value = toMoney(salvage + diluted)
  const cents = splitLargestRemainder(value, [salvage, base, own - base, diluted - own])
  const [p5, p50, p95] = presentValueQuantiles(inputs, full, [0.05, 0.5, 0.95]).map(toMoney)
  return {
    model: CLOSED_FORM_MODEL,
    value,
    p5: p5 ?? 0n,
    p50: p50 ?? 0n,
    p95: p95 ?? 0n,
    parts: [
      { name: 'salvage', cents: cents[0] ?? 0n },
      { name: 'base_rewards', cents: cents[1] ?? 0n },
      { name: 'network_premium', cents: cents[2] ?? 0n },
      { name: 'dilution', cents: cents[3] ?? 0n },
    ],
    omitted: ['circulation_premium'],
    inputs,
  }
}
