import type { Figure } from '../inputs'
import type { EngineInputs } from './inputs'
import { revalue } from './revalue'
import type { ValuedRun } from './value-with-engine'

export const greekNames = ['price', 'uptime', 'growth', 'volatility', 'cost'] as const
export type GreekName = (typeof greekNames)[number]

/** USD by which the value changes for the bump, policy, entry path and random numbers fixed. */
export type Greek = { name: GreekName; bump: string; change: number; standardError: number }

const by = (figure: Figure, factor: number): Figure => ({ ...figure, value: figure.value * factor })
const plus = (figure: Figure, amount: number): Figure => ({ ...figure, value: figure.value + amount })

const bumps: Record<GreekName, { bump: string; apply: (inputs: EngineInputs) => EngineInputs }> = {
  price: {
    bump: 'token price + 1 %',
    apply: (inputs) => ({ ...inputs, tokenPrice: by(inputs.tokenPrice, 1.01) }),
  },
  uptime: {
    bump: 'uptime and utilisation + 1 %',
    apply: (inputs) => ({ ...inputs, uptimeFactor: by(inputs.uptimeFactor, 1.01) }),
  },
  growth: {
    bump: 'yearly growth of rewards + 1 point',
    apply: (inputs) => ({ ...inputs, rewardGrowth: plus(inputs.rewardGrowth, 0.01) }),
  },
  volatility: {
    bump: 'yearly volatility + 1 point, in every network',
    apply: (inputs) => ({
      ...inputs,
      volatility: plus(inputs.volatility, 0.01),
      moves: inputs.moves.map((move) => ({ ...move, volatility: plus(move.volatility, 0.01) })),
    }),
  },
  cost: {
    bump: 'running cost + 1 %, in every network',
    apply: (inputs) => ({
      ...inputs,
      runningCost: by(inputs.runningCost, 1.01),
      runningCostLow: by(inputs.runningCostLow, 1.01),
      runningCostHigh: by(inputs.runningCostHigh, 1.01),
      moves: inputs.moves.map((move) => ({ ...move, runningCost: by(move.runningCost, 1.01) })),
    }),
  },
}

/** Sensitivities of a value, in the order of `greekNames`. An input at the end of its range has a change of 0. */
export function greeks(run: ValuedRun): Greek[] {
  return greekNames.map((name) => {
    const { bump, apply } = bumps[name]
    const { value, standardError } = revalue(run, withinRange(apply(run.valuation.inputs)))
    return { name, bump, change: value - run.value, standardError }
  })
}

/** The largest uptime factor and rates the schema takes; a bump may step over them. */
function withinRange(inputs: EngineInputs): EngineInputs {
  const cap = (figure: Figure, most: number): Figure => ({ ...figure, value: Math.min(figure.value, most) })
  return {
    ...inputs,
    uptimeFactor: cap(inputs.uptimeFactor, 2),
    rewardGrowth: cap(inputs.rewardGrowth, 10),
    volatility: cap(inputs.volatility, 10),
    tokenPrice: cap(inputs.tokenPrice, 1e12),
    moves: inputs.moves.map((move) => ({ ...move, volatility: cap(move.volatility, 10) })),
  }
}
