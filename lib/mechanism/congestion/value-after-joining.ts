import { InvalidInputError } from '@/lib/core/errors'
import type { EngineInputs } from '@/lib/valuation/engine/inputs'
import { engineProcess, ownReward } from '@/lib/valuation/engine/terms'
import { expectedRewards } from '@/lib/valuation/expected-value'
import { type Joining, rewardFactor } from './dilution'

export type DilutedValue = {
  /** factor on rewards per device */
  rewardFactor: number
  /** dollars */
  value: number
  /** share by which the position's value falls; 0.12 reads “falls by 12 %” */
  falls: number
}

/**
 * “If 500 devices join this network, this position’s value falls by x %”: its rewards are scaled and everything up to the
 * dilution of the valuation is computed anew in closed form, months idled at a loss included; salvage and running cost
 * stay. The right to move away is left at what it was worth, though it is worth more then: the fall is not
 * understated. A position is never worth less than scrapping it.
 *
 * @param inputs of its valuation
 * @param value as its valuation states it. USD
 */
export function valueAfterJoining(inputs: EngineInputs, value: number, joining: Joining): DilutedValue {
  if (!(value > 0)) throw new InvalidInputError('A position’s value is above zero.')
  const factor = rewardFactor(joining)
  const own = ownReward(inputs)
  const rewards = (scale: number) => expectedRewards(inputs, engineProcess(inputs, own * scale, true))
  const after = Math.max(value + rewards(factor) - rewards(1), Math.min(inputs.salvage.value, value))
  return { rewardFactor: factor, value: after, falls: 1 - after / value }
}
