import { LEAST_SALES } from '@/lib/market/reference-price/trade-size-tests'
import type { MarketFigures } from '@/lib/market/statistics/market-figures'
import {
  type MeasureId,
  measureOf,
  type ScopeStatistics,
  type StatisticFigure,
  type StatisticPoint,
} from '@/lib/market/statistics/measures'

/** Sales below this number say little of a market's pace. */
export const LEAST_PACE = 10

export const MARKET_SOURCE = 'this chain and the orders posted here'

/**
 * What the market itself knows of a scope: newest figures, and the day's point of each that has a history.
 *
 * @param now head time
 * @param hasOperators its operators' nodes are published, so that the market's owners are not asked
 */
export function marketStatistics(market: MarketFigures, now: Date, hasOperators = false): ScopeStatistics {
  const asOf = now.toISOString()
  const demonstrations =
    market.demonstrations === 0
      ? undefined
      : market.demonstrations === market.positions
        ? 'All of them are demonstrations.'
        : `${market.demonstrations} of them are demonstrations.`
  const figure = (
    measure: MeasureId,
    value: number | null,
    sample: number,
    note?: string,
  ): StatisticFigure[] =>
    value === null || !Number.isFinite(value)
      ? []
      : [{ measure, value, sample, note, asOf, source: MARKET_SOURCE }]
  const absent = (measure: MeasureId, note: string): StatisticFigure[] => [
    { measure, note, asOf, source: MARKET_SOURCE },
  ]
  const pace = (count: number, of: string) =>
    count < LEAST_PACE ? `Thin: ${count} ${count === 1 ? of : `${of}s`}.` : undefined
  const figures = [
    ...figure('positions', market.positions, market.positions, demonstrations),
    ...(market.uptimeDevices === 0
      ? absent('uptime', 'None of the devices here has reported for a full day yet.')
      : figure(
          'uptime',
          market.uptime,
          market.uptimeDevices,
          `${market.uptimeDevices} of ${market.positions} devices have reported for a full day.`,
        )),
    ...figure('listedFloat', market.listed / market.positions, market.positions, demonstrations),
    ...(market.listed === 0
      ? [...absent('floor', 'Nothing is listed.'), ...absent('depth', 'Nothing is listed.')]
      : [
          ...figure('floor', market.scope === 'all' ? null : market.floorUsd, market.listed),
          ...figure(
            'depth',
            market.depthUsd,
            market.depthListings,
            `${market.depthListings} ${market.depthListings === 1 ? 'listing' : 'listings'}.`,
          ),
        ]),
    ...(market.spreadPositions === 0
      ? absent('spread', 'No position has both a listing and a bid.')
      : figure('spread', market.spread, market.spreadPositions, pace(market.spreadPositions, 'position'))),
    ...(market.timedSales === 0
      ? absent('timeToSale', 'No listing has sold yet.')
      : figure('timeToSale', market.timeToSale, market.timedSales, pace(market.timedSales, 'sale'))),
    ...figure(
      'turnover',
      market.recentSales / market.positions,
      market.recentSales,
      pace(market.recentSales, 'sale'),
    ),
    ...(market.testedSales < LEAST_SALES
      ? absent('washShare', `${market.testedSales} of the ${LEAST_SALES} sales it is shown from.`)
      : figure('washShare', market.markedSales / market.testedSales, market.testedSales)),
    ...(!market.valueUsd || market.premiumUsd === null
      ? absent('premium', 'None of its positions is valued yet.')
      : figure(
          'premium',
          market.premiumUsd / market.valueUsd,
          market.valued,
          'Where a device’s own reward and uptime are unknown its premium is zero.',
        )),
    ...(hasOperators
      ? []
      : figure(
          'hhiOperator',
          market.hhiOwner,
          market.owners,
          `${market.owners} owners of ${market.positions} positions.`,
        )),
    ...(market.placed === 0
      ? []
      : figure(
          'hhiCell',
          market.hhiCell,
          market.cells,
          `${market.cells} cells, ${market.placed} positions.`,
        )),
  ]
  return { scope: market.scope, figures, points: figures.flatMap((one) => pointOf(one, now)) }
}

function pointOf({ measure, value }: StatisticFigure, now: Date): StatisticPoint[] {
  return value === undefined || measureOf(measure).history !== 'day'
    ? []
    : [{ measure, at: now.toISOString().slice(0, 10), value }]
}
