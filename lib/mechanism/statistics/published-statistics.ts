import { formatShare, formatUsd } from '@/lib/core/format'
import { DERIVED } from '@/lib/market/published-rewards'
import type {
  MeasureId,
  ScopeStatistics,
  StatisticFigure,
  StatisticPoint,
} from '@/lib/market/statistics/measures'
import { type MonthIndex, monthText } from '@/lib/valuation/forecast/monthly-series'
import { concentration } from '../allocation/concentration'
import { LEAST_MONTHS } from '../network-effects/fit-network-effect'
import { growthExponent } from '../network-effects/growth-exponent'
import { flywheelPhases } from '../tokenomics/flywheel'
import { breakEvenDays } from './break-even-days'
import { entryPressure, latentBreakEven } from './entry-pressure'
import type { PublishedMonth, PublishedNetwork } from './published-network'

/** Months of reward per node that a latent break-even rests on, at least. */
export const LEAST_EARNINGS = 6
/** Forecasts below this number tell little of how often they hold. */
export const LEAST_FORECASTS = 30

type Found = { figures: StatisticFigure[]; points: StatisticPoint[] }

/** What a network's publications say of it: the newest figure of each measure and its months, each by the method named. */
export function publishedStatistics(network: PublishedNetwork): ScopeStatistics {
  const parts: Found[] = [
    published(network, 'nodes', ({ nodes }) => nodes),
    published(network, 'rewardTokens', ({ rewardTokens }) => rewardTokens),
    inDollars(
      network,
      published(network, 'rewardsUsd', ({ rewardsUsd }) => rewardsUsd),
    ),
    inDollars(network, published(network, 'rewardPerNode', perNode)),
    published(network, 'tokenPrice', ({ tokenPriceUsd }) => tokenPriceUsd),
    missing(
      'utilisation',
      network.source,
      'No source gives capacity and what of it is paid for.',
      lastMonth(network),
    ),
    breakEven(network),
    exponents(network),
    flywheel(network),
    pressure(network),
    byOperator(network),
    forecast(network),
  ]
  return {
    scope: network.slug,
    figures: parts.flatMap(({ figures }) => figures),
    points: parts.flatMap(({ points }) => points),
  }
}

export const firstDay = (month: MonthIndex): string => `${monthText(month)}-01`

export function perNode({ rewardsUsd, nodes }: PublishedMonth): number | undefined {
  return rewardsUsd !== undefined && nodes !== undefined && nodes > 0 ? rewardsUsd / nodes : undefined
}

function published(
  { months, source }: PublishedNetwork,
  measure: MeasureId,
  read: (month: PublishedMonth) => number | undefined,
): Found {
  const points = months.flatMap((row) => {
    const value = read(row)
    return value === undefined ? [] : [{ measure, at: firstDay(row.month), value }]
  })
  const last = points.at(-1)
  if (!last) return missing(measure, source, 'No source gives it.', months.at(-1)?.month)
  return {
    points,
    figures: [{ measure, value: last.value, asOf: last.at.slice(0, 7), source, sample: points.length }],
  }
}

/** Months whose dollars are tokens × price say so, each and together. */
function inDollars({ months }: PublishedNetwork, { figures, points }: Found): Found {
  const derived = new Set(months.flatMap(({ month, isDerived }) => (isDerived ? [firstDay(month)] : [])))
  const told = points.map((point) => (derived.has(point.at) ? { ...point, says: DERIVED } : point))
  const count = told.filter(({ says }) => says !== undefined).length
  if (count === 0) return { figures, points }
  const which = count === points.length ? 'Dollars' : `Dollars of ${count} of its ${points.length} months`
  const note = `${which} are tokens × price: the source leaves them blank, or repeats its tokens in their place.`
  const source = (named: string) => `${named}; ${DERIVED} where it gives no dollars`
  return {
    points: told,
    figures: figures.map((figure) => ({ ...figure, note, source: source(figure.source) })),
  }
}

/** A figure that is not shown, and why; nothing of a network that nothing was published of. */
export function missing(
  measure: MeasureId,
  source: string,
  note: string,
  month: MonthIndex | undefined,
  sample?: number,
): Found {
  const figures = month === undefined ? [] : [{ measure, source, note, asOf: monthText(month), sample }]
  return { figures, points: [] }
}

function breakEven(network: PublishedNetwork): Found {
  const { months, devices, operatorShare, runningCostUsd } = network
  const source = `${network.source}; price and running cost are assumptions`
  const absent = (note: string) => missing('breakEvenDays', source, note, lastMonth(network))
  if (devices.length === 0) return absent('Its devices are rented: there is no price to earn back.')
  const device = devices.reduce((a, b) => (b.priceUsd < a.priceUsd ? b : a))
  const rows = months.flatMap((row) => {
    const reward = perNode(row)
    const cost = meanCost(row) ?? runningCostUsd
    return reward === undefined || cost === undefined
      ? []
      : [{ month: row.month, days: breakEvenDays(device.priceUsd, reward * operatorShare, cost), cost }]
  })
  const last = rows.at(-1)
  if (!last) return absent('No source gives the number of its nodes.')
  const kept =
    operatorShare < 1 ? ` The operator keeps ${formatShare(operatorShare)} of the reward (assumed).` : ''
  const costSource = months.some((row) => row.costs.length > 0) ? 'as its operators publish' : 'assumed'
  return {
    figures: [
      {
        measure: 'breakEvenDays',
        value: last.days,
        says: last.days === undefined ? 'never, at this month’s rewards' : undefined,
        asOf: monthText(last.month),
        source,
        sample: 1,
        note: `${device.name} at ${formatUsd(device.priceUsd)} (assumed), running cost ${formatUsd(last.cost)} a month (${costSource}).${kept}`,
      },
    ],
    points: rows.flatMap(({ month, days }) =>
      days === undefined ? [] : [{ measure: 'breakEvenDays', at: firstDay(month), value: days }],
    ),
  }
}

function meanCost({ costs }: PublishedMonth): number | undefined {
  const nodes = costs.reduce((sum, step) => sum + step.nodes, 0)
  return nodes > 0 ? costs.reduce((sum, step) => sum + step.nodes * step.costUsd, 0) / nodes : undefined
}

function exponents(network: PublishedNetwork): Found {
  const sample = network.months.flatMap(({ month, nodes, rewardsUsd }) =>
    nodes !== undefined && nodes > 1 && rewardsUsd !== undefined && rewardsUsd > 0
      ? [{ month, nodes, rewardsUsd }]
      : [],
  )
  if (sample.length < LEAST_MONTHS)
    return missing(
      'exponent',
      network.source,
      `${sample.length} months of both nodes and rewards: ${LEAST_MONTHS} are needed.`,
      lastMonth(network),
      sample.length,
    )
  const points = sample.flatMap(({ month }, i): StatisticPoint[] => {
    if (i + 1 < LEAST_MONTHS) return []
    const growth = growthExponent(sample.slice(0, i + 1))
    if (!growth) return []
    return [
      {
        measure: 'exponent',
        at: firstDay(month),
        value: growth.exponent,
        low: growth.low,
        high: growth.high,
      },
    ]
  })
  const last = points.at(-1)
  if (!last)
    return missing(
      'exponent',
      network.source,
      'Too few months have one before them, or its number of nodes never changed.',
      lastMonth(network),
      sample.length,
    )
  return {
    points,
    figures: [
      {
        measure: 'exponent',
        value: last.value,
        low: last.low,
        high: last.high,
        asOf: last.at.slice(0, 7),
        source: network.source,
        sample: sample.length,
        note: 'Rewards in dollars stand for the network’s value; they move with the token’s price too.',
      },
    ],
  }
}

function flywheel(network: PublishedNetwork): Found {
  const phases = flywheelPhases(network.months)
  const last = phases.at(-1)
  if (!last)
    return missing(
      'phase',
      network.source,
      'Fewer than six known months of rewards in a row: no phase is told.',
      lastMonth(network),
    )
  return {
    points: phases.map(({ month, phase, rewards }) => ({
      measure: 'phase',
      at: firstDay(month),
      value: rewards,
      says: phase,
    })),
    figures: [
      {
        measure: 'phase',
        value: last.rewards,
        says: last.phase,
        asOf: monthText(last.month),
        source: network.source,
        sample: phases.length,
        note: last.fromRewardsAlone
          ? 'The number of nodes is unknown there: told from rewards alone.'
          : undefined,
      },
    ],
  }
}

function pressure(network: PublishedNetwork): Found {
  const earned: number[] = []
  const points = network.months.flatMap((row): StatisticPoint[] => {
    const { rewardsUsd, nodes } = row
    if (rewardsUsd === undefined || nodes === undefined || !(rewardsUsd > 0 && nodes > 0)) return []
    earned.push(rewardsUsd / nodes)
    const costs = row.costs.length > 0 ? row.costs : latent(earned)
    if (!costs) return []
    const value = entryPressure(rewardsUsd, nodes, costs)
    return [{ measure: 'entryPressure', at: firstDay(row.month), value }]
  })
  const last = points.at(-1)
  if (!last)
    return missing(
      'entryPressure',
      network.source,
      `${earned.length} months of reward per node: ${LEAST_EARNINGS} are needed.`,
      lastMonth(network),
      earned.length,
    )
  const isPublished = network.months.some(({ costs }) => costs.length > 0)
  return {
    points,
    figures: [
      {
        measure: 'entryPressure',
        value: last.value,
        asOf: last.at.slice(0, 7),
        source: network.source,
        sample: isPublished ? network.months.at(-1)?.costs.length : earned.length,
        note: isPublished
          ? 'Costs as its operators publish them.'
          : 'No operator publishes costs: the median of what a node earned until then stands for them.',
      },
    ],
  }
}

function latent(earned: readonly number[]) {
  return earned.length < LEAST_EARNINGS ? undefined : [{ nodes: 1, costUsd: latentBreakEven(earned) }]
}

/** Where no operator publishes nodes, the market's own figure stands, and nothing is said here. */
function byOperator({ months, source }: PublishedNetwork): Found {
  const points = months.flatMap((row): StatisticPoint[] =>
    row.operators.length === 0
      ? []
      : [{ measure: 'hhiOperator', at: firstDay(row.month), value: concentration(row.operators).index }],
  )
  const last = points.at(-1)
  if (!last) return { figures: [], points }
  const sample = months.findLast(({ operators }) => operators.length > 0)?.operators.length
  return {
    points,
    figures: [
      {
        measure: 'hhiOperator',
        value: last.value,
        asOf: last.at.slice(0, 7),
        source,
        sample,
        note: `Nodes of ${sample} operators.`,
      },
    ],
  }
}

function forecast(network: PublishedNetwork): Found {
  const source = 'backtest of the published months, from what was known at each date'
  const month = lastMonth(network)
  if (!network.forecasts || month === undefined)
    return missing(
      'forecastCoverage',
      source,
      network.months.some((row) => perNode(row) !== undefined)
        ? 'Its history is too short for forecasts that could be held against outcomes.'
        : 'Forecasts are of reward per node, and no source gives the number of its nodes.',
      month,
    )
  const { n, coverage } = network.forecasts
  return {
    points: [],
    figures: [
      {
        measure: 'forecastCoverage',
        value: coverage,
        asOf: monthText(month),
        source,
        sample: n,
        note:
          n < LEAST_FORECASTS
            ? `Thin: ${n} ${n === 1 ? 'forecast' : 'forecasts'}; 90% was stated.`
            : `${n} forecasts; 90% was stated.`,
      },
    ],
  }
}

function lastMonth({ months }: PublishedNetwork): MonthIndex | undefined {
  return months.at(-1)?.month
}
