import {
  formatChange,
  formatCompact,
  formatCount,
  formatDay,
  formatDecimal,
  formatFixed,
  formatMinute,
  formatMonth,
  formatPercent,
  formatShare,
  formatUsd,
  formatUsdCompact,
} from '@/lib/core/format'
import { formatSpan } from '@/lib/core/span'
import {
  type MeasureId,
  measureOf,
  type StatisticFigure,
  type StatisticUnit,
} from '@/lib/market/statistics/measures'

/** A figure in its unit, as a cell or a sentence has it. */
export function formatStatistic(unit: StatisticUnit, value: number): string {
  switch (unit) {
    case 'positions':
    case 'nodes':
      return formatCount(value)
    case 'tokens a month':
      return formatCompact(value)
    case 'USD':
    case 'USD a month':
      return formatUsd(value)
    case 'days':
      return formatCount(value)
    case 'seconds':
      return formatSpan(value)
    case 'share':
      return formatShare(value)
    case 'change':
      return formatChange(value)
    case 'exponent':
      return formatFixed(value, 2)
    case 'index':
      return formatFixed(value, 3)
    case 'phase':
      return formatChange(Math.expm1(value))
  }
}

/** The same at a tick of an axis: short. */
export function formatTick(unit: StatisticUnit, value: number): string {
  switch (unit) {
    case 'USD':
    case 'USD a month':
      return value >= 1_000 ? formatUsdCompact(value) : formatUsd(value).replace(/[.,]00$/, '')
    case 'share':
      return formatShare(value)
    case 'change':
      return formatPercent(value * 100, 0)
    case 'phase':
      return formatPercent(100 * Math.expm1(value), 0)
    case 'exponent':
    case 'index':
      return formatDecimal(value, 2)
    case 'seconds':
      return formatSpan(value)
    default:
      return formatCompact(value)
  }
}

/** What stands after a number where its writing does not say it. */
export const unitWords: Record<StatisticUnit, string> = {
  positions: '',
  nodes: '',
  'tokens a month': 'tokens a month',
  'USD a month': 'a month',
  USD: '',
  days: 'days',
  seconds: '',
  share: '',
  change: '',
  exponent: '',
  index: '',
  phase: 'rewards in a quarter',
}

/** What an axis of the measure is named by. */
export const axisNames: Record<StatisticUnit, string> = {
  positions: 'Positions',
  nodes: 'Nodes',
  'tokens a month': 'Tokens a month',
  'USD a month': 'US dollars a month',
  USD: 'US dollars',
  days: 'Days',
  seconds: 'Time',
  share: 'Share',
  change: 'Nodes that could live on it, against those running',
  exponent: 'Exponent',
  index: 'Index, 1 is all in one place',
  phase: 'Growth of rewards in a quarter',
}

/** The month or the moment a figure is of. */
export function formatAsOf(asOf: string): string {
  return asOf.length <= 7 ? formatMonth(`${asOf}-01`) : formatMinute(new Date(asOf))
}

/** A point's date, by the history its measure keeps. */
export function formatPointDate(measure: MeasureId, at: string): string {
  return measureOf(measure).history === 'month' ? formatMonth(at) : formatDay(new Date(`${at}T00:00:00Z`))
}

/** A figure as a reader reads it: a number, an interval, or what is said in its place. */
export function tellFigure(figure: StatisticFigure): string | undefined {
  const { unit } = measureOf(figure.measure)
  if (figure.says !== undefined) return figure.says
  return figure.value === undefined ? undefined : formatStatistic(unit, figure.value)
}
