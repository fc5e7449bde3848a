import { exampleInputs } from '../example-inputs'
import type { Figure, ValuationInputs } from '../inputs'
import { type EngineInputs, noJumps } from './inputs'

const assumed = (value: number): Figure => ({ value, source: 'assumption', note: 'example' })

export type ExampleMove = Partial<Record<keyof Omit<EngineInputs['moves'][number], 'network'>, number>>

/**
 * The plain device of `exampleInputs`, with one other network that pays about as much: the reference position of tests
 * and benchmarks. Five years, monthly epochs.
 */
export function exampleEngineInputs(
  changes: Partial<Record<keyof ValuationInputs, number>> & {
    compatibility?: number
    moveCost?: number
    moveMonths?: number
    moves?: ExampleMove[]
    jumpIntensity?: number
    jumpMean?: number
    jumpDeviation?: number
  } = {},
): EngineInputs {
  const { compatibility = 0.8, moveCost = 25, moveMonths = 0.5, moves = [{}] } = changes
  const { jumpIntensity = 0, jumpMean = 0, jumpDeviation = 0 } = changes
  return {
    ...exampleInputs(changes),
    jumpIntensity: assumed(jumpIntensity),
    jumpMean: assumed(jumpMean),
    jumpDeviation: assumed(jumpDeviation),
    moves: moves.map((move, index) => ({
      network: `other-${index + 1}`,
      reward: assumed(move.reward ?? 50),
      runningCost: assumed(move.runningCost ?? 10),
      volatility: assumed(move.volatility ?? 0.8),
      correlation: assumed(move.correlation ?? 0.5),
      levelDeviation: assumed(move.levelDeviation ?? 0.15),
      nodeGrowth: assumed(move.nodeGrowth ?? 0.2),
      nodeGrowthDeviation: assumed(move.nodeGrowthDeviation ?? 0.2),
      ...noJumps('example'),
      ...(move.jumpIntensity !== undefined && { jumpIntensity: assumed(move.jumpIntensity) }),
      ...(move.jumpMean !== undefined && { jumpMean: assumed(move.jumpMean) }),
      ...(move.jumpDeviation !== undefined && { jumpDeviation: assumed(move.jumpDeviation) }),
    })),
    compatibility: assumed(compatibility),
    moveCost: assumed(moveCost),
    moveMonths: assumed(moveMonths),
  }
}
