import type { Figure, ValuationInputs } from '../inputs'
import type { AssumptionBook } from './assumption-book'
import type { DeviceEvidence, NetworkEvidence } from './evidence'
import { nodeGrowth } from './node-growth'
import { operatorRatios } from './operator-ratio'
import { priceVolatility } from './price-volatility'
import { rewardLevel } from './reward-level'
import { runningCost } from './running-cost'
import { uptimeFactor } from './uptime-factor'

/** A reward that rests on an older node count is this much less certain a year of its age, on the log scale. */
const STALE_DEVIATION = 0.3

/**
 * Public history and assumptions → the inputs of a valuation, each with its source.
 * @param book assumptions, nearest first: model, network, category, 'all'
 * @throws UnknownRewardError when the figures do not tell what a node earns
 * @throws MissingAssumptionError
 */
export function estimateInputs(
  network: NetworkEvidence,
  device: DeviceEvidence,
  book: AssumptionBook,
): ValuationInputs {
  const level = rewardLevel(network.token, network.months, book.find('active_nodes'))
  const known = network.months.filter(({ month }) => month <= level.asOf)
  const ratios = operatorRatios(network.operators.filter(({ month }) => month <= level.asOf))
  const own = device.operator === null ? undefined : ratios?.ratioOf(device.operator)
  const share = book.need('operator_share')
  const nodes = nodeGrowth(known, book.need('node_growth_prior'), book.need('node_growth_prior_deviation'))
  const cost = runningCost(network.operators, device.operator, book)
  const hardware = book.need('hardware_price')

  return {
    asOf: level.asOf,
    tokenPrice: level.tokenPrice,
    networkReward: medianReward(level.tokensPerNode, ratios?.medianToMean, share),
    deviceRatio: own
      ? {
          value: own.ratio,
          source: 'estimated',
          note: `${own.months} months of ${device.operator}, drawn towards the median node`,
        }
      : { value: 1, source: 'assumption', note: 'no history of its own: taken as the median node' },
    uptimeFactor: uptimeFactor(device.uptime, book.need('typical_uptime')),
    runningCost: cost.cost,
    runningCostLow: cost.low,
    runningCostHigh: cost.high,
    rewardGrowth: {
      value: 0,
      source: 'assumption',
      note: 'no trend of price and reward can be told from zero',
    },
    rewardGrowthDeviation: book.need('reward_growth_deviation'),
    volatility: priceVolatility(known, network.dailyPrices, level.asOf, book.need('volatility_prior')),
    levelDeviation: {
      value: Math.hypot(
        book.need('level_deviation').value,
        own?.deviation ?? ratios?.spread ?? 0,
        STALE_DEVIATION * Math.sqrt(level.nodesAge),
      ),
      source: 'estimated',
      note: own ? 'what months of its own leave open' : 'how far nodes of the network differ',
    },
    nodeGrowth: nodes.growth,
    nodeGrowthDeviation: nodes.deviation,
    nodeGrowthHalfLife: book.need('node_growth_half_life'),
    hazard: book.need('hazard'),
    hazardDeviation: book.need('hazard_deviation'),
    requiredReturn: book.need('required_return'),
    horizon: book.need('horizon'),
    salvage: {
      value: hardware.value * book.need('salvage_share').value,
      source: 'assumption',
      note: `share of the hardware price. ${hardware.note}`,
    },
    salvageDecay: book.need('salvage_decay'),
  }
}

/** The median node's reward, and of it what stays with the operator. */
function medianReward(average: Figure, medianToMean: number | undefined, share: Figure): Figure {
  const notes = [average.note]
  if (medianToMean !== undefined) notes.push('median node')
  if (share.value !== 1) notes.push(`share kept ${share.value}: ${share.note}`)
  return {
    value: average.value * (medianToMean ?? 1) * share.value,
    source: average.source,
    note: notes.join('; '),
  }
}
