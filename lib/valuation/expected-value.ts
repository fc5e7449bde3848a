import { exp } from '@/lib/math/elementary/exp'
import { log1p } from '@/lib/math/elementary/log1p'
import { expectedMargin } from './expected-margin'
import type { ValuationInputs } from './inputs'
import { expectedMarginWithJumps } from './jumps'
import { survival } from './lifetime'
import { logVariance, type RewardProcess } from './reward-process'

/** The running cost is one of its three figures, with PERT's weights. */
export function runningCosts(inputs: ValuationInputs): { cost: number; weight: number }[] {
  return [
    { cost: inputs.runningCostLow.value, weight: 1 / 6 },
    { cost: inputs.runningCost.value, weight: 4 / 6 },
    { cost: inputs.runningCostHigh.value, weight: 1 / 6 },
  ]
}

/** Present value of one dollar at the end of each month 0 … horizon. */
export function discounts(inputs: ValuationInputs): Float64Array {
  const yearly = log1p(inputs.requiredReturn.value)
  return Float64Array.from({ length: inputs.horizon.value + 1 }, (_, month) => exp((-yearly * month) / 12))
}

/** Present value of the hardware if it is sold at the end of each month 0 … horizon. USD. */
export function salvageValues(inputs: ValuationInputs): Float64Array {
  return discounts(inputs).map(
    (discount, month) => discount * inputs.salvage.value * exp((-inputs.salvageDecay.value * month) / 12),
  )
}

/** Mean present value of the hardware, sold at failure or at the horizon. USD. */
export function expectedSalvage(inputs: ValuationInputs): number {
  const alive = survival(inputs)
  const months = inputs.horizon.value
  return salvageValues(inputs).reduce((sum, value, month) => {
    if (month === 0) return sum
    const failing = (alive[month - 1] ?? 0) - (alive[month] ?? 0)
    return sum + value * (failing + (month === months ? (alive[month] ?? 0) : 0))
  }, 0)
}

/** Mean present value of the months' margins while the device lives. USD. */
export function expectedRewards(inputs: ValuationInputs, process: RewardProcess): number {
  const alive = survival(inputs)
  const discount = discounts(inputs)
  let sum = 0
  for (const { cost, weight } of runningCosts(inputs))
    for (let index = 0; index < process.means.length; index++) {
      const [mean, variance] = [process.means[index] ?? 0, logVariance(process, index)]
      const margin = process.jumps
        ? expectedMarginWithJumps(mean, variance, cost, process.jumps, process.times[index] ?? 0)
        : expectedMargin(mean, variance, cost)
      sum += weight * (alive[index + 1] ?? 0) * (discount[index + 1] ?? 0) * margin
    }
  return sum
}
