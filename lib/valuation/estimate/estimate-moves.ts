import { exp } from '@/lib/math/elementary/exp'
import { log } from '@/lib/math/elementary/log'
import type { Move } from '../engine/inputs'
import type { Figure, ValuationInputs } from '../inputs'
import type { AssumptionBook } from './assumption-book'
import { estimateInputs } from './estimate-inputs'
import type { NetworkEvidence } from './evidence'
import { priceJumps } from './price-jumps'
import { rewardCorrelation } from './reward-correlation'
import { UnknownRewardError } from './reward-level'
import { PRIOR_MONTHS, rewardVolatility } from './reward-volatility'

/** A network as a device finds it: its figures and the assumptions about it. */
export type Place = { network: NetworkEvidence; book: AssumptionBook }

/** Networks a device is tried against: a third best adds next to nothing, and doubles the work. */
const MOST = 2

/**
 * Where a device could go: the networks of its category that would pay it most after cost. That networks of one kind
 * pay very differently and devices yet stay where they are says that stake, standing and hardware do not move with
 * them: of the gap on the log scale between its own reward and cost and those of the median device there, a moved device
 * sees the share `reward_transfer`. A poor device stays a poor one for the most part, and so does a good one.
 *
 * Uptime is its operator's and goes along whole: the engine multiplies by it here and there, so it is left out of the reward
 * that this starts from. Demand and utilisation of the place are in the device's ratio and cannot be told from what it
 * brings along; of them too, the share gives way to what is usual there.
 * @param here the device's network, and what the device earns and costs there
 * @param own assumptions for the device where it is
 * @param others networks of its category, its own left out
 * @param most how many of them to tell, the best first
 * @param priorMonths months of history that the pool of all networks weighs in the spread of rewards
 */
export function estimateMoves(
  here: { network: NetworkEvidence; inputs: ValuationInputs },
  own: AssumptionBook,
  others: readonly Place[],
  most = MOST,
  priorMonths = PRIOR_MONTHS,
): Move[] {
  return others
    .flatMap((place) => {
      const move = moveTo(here, own, place, priorMonths)
      return move ? [move] : []
    })
    .sort((a, b) => margin(b) - margin(a) || (a.network < b.network ? -1 : 1))
    .slice(0, most)
}

const margin = (move: Move) => move.reward.value - move.runningCost.value

function moveTo(
  here: { network: NetworkEvidence; inputs: ValuationInputs },
  own: AssumptionBook,
  { network, book }: Place,
  priorMonths: number,
): Move | undefined {
  const there = inputsOf(network, book)
  if (!there) return undefined
  const share = own.need('reward_transfer')
  const towards = (from: number, to: number) =>
    from > 0 && to > 0 ? exp(log(from) + share.value * log(to / from)) : Math.min(from, to)
  const spread = rewardVolatility(network.slug, network.months, there.asOf, priorMonths)
  const volatility = spread?.volatility ?? there.volatility
  const step = `from its own by ${share.value} of the gap`
  return {
    network: network.slug,
    reward: {
      value: towards(rewardAtTypicalUptime(here.inputs), rewardAtTypicalUptime(there)),
      source: 'assumption',
      note: `towards the median device of ${network.slug}, ${there.asOf}; ${step}`,
    },
    runningCost: {
      value: towards(here.inputs.runningCost.value, there.runningCost.value),
      source: 'assumption',
      note: `${there.runningCost.note}; ${step}`,
    },
    volatility,
    ...priceJumps(network.token, network.dailyPrices, there.asOf, volatility.value),
    correlation: rewardCorrelation(here.network.months, network.months, own.need('reward_correlation_prior')),
    levelDeviation: book.need('level_deviation'),
    nodeGrowth: there.nodeGrowth,
    nodeGrowthDeviation: spread ? inForecast(there.nodeGrowthDeviation) : there.nodeGrowthDeviation,
  }
}

/** USD per month that a device earns where it is, before what its uptime adds or takes. A median device's ratio is 1. */
const rewardAtTypicalUptime = ({ networkReward, tokenPrice, deviceRatio }: ValuationInputs) =>
  networkReward.value * tokenPrice.value * deviceRatio.value

/** What the node count adds to the spread is in the forecasts of rewards per node already. */
export function inForecast(figure: Figure): Figure {
  return { ...figure, value: 0, note: 'in the spread of the reward forecasts' }
}

function inputsOf(network: NetworkEvidence, book: AssumptionBook) {
  try {
    return estimateInputs(network, { operator: null, uptime: null }, book)
  } catch (error) {
    if (error instanceof UnknownRewardError) return undefined
    throw error
  }
}
