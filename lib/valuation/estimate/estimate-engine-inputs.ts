import type { EngineInputs } from '../engine/inputs'
import type { AssumptionBook } from './assumption-book'
import { estimateInputs } from './estimate-inputs'
import { estimateMoves, inForecast, type Place } from './estimate-moves'
import type { DeviceEvidence, NetworkEvidence } from './evidence'
import { priceJumps } from './price-jumps'
import { PRIOR_MONTHS, rewardVolatility } from './reward-volatility'

/**
 * Public history and assumptions → everything a valuation depends on: the figures of `estimateInputs`, the spread of
 * rewards from their forecasts where rewards per node are known (from the token's price where they are not), and the
 * networks the device could move to.
 * @param book assumptions, nearest first: model, network, category, 'all'
 * @param others networks of the same category, this one left out
 * @param most how many of them the device is tried against; a valuation takes the best two
 * @param priorMonths months of history that the pool of all networks weighs in the spread of rewards
 * @throws UnknownRewardError when the figures do not tell what a node earns
 * @throws MissingAssumptionError
 */
export function estimateEngineInputs(
  network: NetworkEvidence,
  device: DeviceEvidence,
  book: AssumptionBook,
  others: readonly Place[],
  most?: number,
  priorMonths = PRIOR_MONTHS,
): EngineInputs {
  const inputs = estimateInputs(network, device, book)
  const spread = rewardVolatility(network.slug, network.months, inputs.asOf, priorMonths)
  const none = { value: 0, source: 'assumption' as const, note: 'the category has no other network here' }
  const compatibility = others.length > 0 ? book.need('compatibility') : none
  const volatility = spread?.volatility ?? inputs.volatility
  return {
    ...inputs,
    ...(spread && {
      rewardGrowthDeviation: spread.growthDeviation,
      nodeGrowthDeviation: inForecast(inputs.nodeGrowthDeviation),
    }),
    volatility,
    ...priceJumps(network.token, network.dailyPrices, inputs.asOf, volatility.value),
    moves: compatibility.value > 0 ? estimateMoves({ network, inputs }, book, others, most, priorMonths) : [],
    compatibility,
    moveCost: book.need('switching_cost'),
    moveMonths: book.need('switching_time'),
  }
}
