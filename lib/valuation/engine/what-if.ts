import type { Figure } from '../inputs'
import { holdFor } from './hold-for'
import type { EngineInputs } from './inputs'
import { type Revaluation, revalue } from './revalue'
import type { ValuedRun } from './value-with-engine'

/** What somebody might think instead of the inputs. */
export type WhatIf = {
  /** times the token price of today */
  price: number
  /** yearly growth of rewards, added to the inputs' */
  growth: number
  /** times the uptime */
  uptime: number
  /** times the running cost, here and elsewhere */
  cost: number
  /** months until the hardware is sold */
  months: number
}

/** The inputs themselves. */
export function asValued(run: ValuedRun): WhatIf {
  return { price: 1, growth: 0, uptime: 1, cost: 1, months: run.terms.months }
}

/**
 * The value if things were otherwise, with what the holder does, entry and random numbers as they were: it moves with the
 * figures alone. A move to another network earns as before when the token price differs: the price is of this one's.
 *
 * @param cache of runs by holding period; a slider comes back to the same ones
 * @throws InvalidInputError for a holding period or figures outside their range
 */
export function whatIf(run: ValuedRun, changes: WhatIf, cache?: Map<number, ValuedRun>): Revaluation {
  const held = cache?.get(changes.months) ?? holdFor(run, changes.months)
  cache?.set(changes.months, held)
  const { inputs } = held.valuation
  const times = (figure: Figure, factor: number): Figure => ({ ...figure, value: figure.value * factor })
  const changed: EngineInputs = {
    ...inputs,
    tokenPrice: times(inputs.tokenPrice, changes.price),
    rewardGrowth: { ...inputs.rewardGrowth, value: inputs.rewardGrowth.value + changes.growth },
    uptimeFactor: {
      ...inputs.uptimeFactor,
      value: Math.min(inputs.uptimeFactor.value * changes.uptime, 2),
    },
    runningCost: times(inputs.runningCost, changes.cost),
    runningCostLow: times(inputs.runningCostLow, changes.cost),
    runningCostHigh: times(inputs.runningCostHigh, changes.cost),
    moves: inputs.moves.map((move) => ({ ...move, runningCost: times(move.runningCost, changes.cost) })),
  }
  return revalue(held, changed)
}
