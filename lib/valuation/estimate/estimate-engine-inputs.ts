import type { EngineInputs } from '../engine/inputs'
import type { AssumptionBook } from './assumption-book'
import { estimateInputs } from './estimate-inputs'
import { estimateMoves, inForecast, type Place } from './estimate-moves'
import type { DeviceEvidence, NetworkEvidence } from './evidence'
import { rewardVolatility } from './reward-volatility'

/**
 * Public history and assumptions → everything a valuation depends on: the figures of `estimateInputs`, the spread of
 * rewards from their forecasts where rewards per node are known (from the token's price where they are not), and the
 * networks the device could move to.
 * @param book assumptions, nearest first: model, network, category, 'all'
 * @param others networks of the same category, this one left out
 * @param most how many of them the device is tried against; a valuation takes the best two
 * @throws UnknownRewardError when the figures do not tell what a node earns
 * @throws MissingAssumptionError
 */
export function estimateEngineInputs(
  network: NetworkEvidence,
  device: DeviceEvidence,
  book: AssumptionBook,
  others: readonly Place[],
  most?: number,
): EngineInputs {
  const inputs = estimateInputs(network, device, book)
  const spread = rewardVolatility(network.slug, network.months, inputs.asOf)
  const none = { value: 0, source: 'assumption' as const, note: 'the category has no other network here' }
  const compatibility = others.length > 0 ? book.need('compatibility') : none
  return {
    ...inputs,
    ...(spread && {
      volatility: spread.volatility,
      rewardGrowthDeviation: spread.growthDeviation,
      nodeGrowthDeviation: inForecast(inputs.nodeGrowthDeviation),
    }),
    moves: compatibility.value > 0 ? estimateMoves({ network, inputs }, book, others, most) : [],
    compatibility,
    moveCost: book.need('switching_cost'),
    moveMonths: book.need('switching_time'),
  }
}
