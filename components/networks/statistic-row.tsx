import Link from 'next/link'
import { Sparkline } from '@/components/charts/sparkline'
import { comparisonHref } from '@/lib/market/statistics/comparison'
import { measureOf, type StatisticFigure, type StatisticPoint } from '@/lib/market/statistics/measures'
import { methodHref } from './measure-chart'
import { formatAsOf, formatStatistic, tellFigure, unitWords } from './statistic-format'

/** One figure of a network: what it is, its history in small, the figure, and below it when and from what. */
export function StatisticRow({
  slug,
  token,
  figure,
  history,
}: {
  slug: string
  token: string
  figure: StatisticFigure
  history: readonly StatisticPoint[]
}) {
  const { measure, value, low, high, says, asOf, note } = figure
  const { name, unit } = measureOf(measure)
  const isDrawn = history.length > 1
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-rule py-2">
      <dt className="min-w-0">
        {isDrawn ? (
          <Link
            href={comparisonHref({
              networks: [slug],
              measure,
              scale: unit === 'USD a month' ? 'log' : 'absolute',
            })}
            prefetch={false}
            className="link"
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </dt>
      <dd className="flex items-center justify-end gap-3">
        {isDrawn && measure !== 'phase' && history.every((point) => point.value >= 0) && (
          <span className="hidden w-20 sm:block">
            <Sparkline
              points={history.map((point) => ({ month: point.at, value: point.value }))}
              label={`${name} over time`}
            />
          </span>
        )}
        <span
          className="figures text-base whitespace-nowrap"
          title={value === undefined ? undefined : String(value)}
        >
          {tellFigure(figure)}
          {says === undefined && (
            <UnitWords words={unit === 'tokens a month' ? `${token} a month` : unitWords[unit]} />
          )}
        </span>
      </dd>
      <dd className="col-span-2 mt-0.5 text-xs text-muted">
        {low !== undefined && high !== undefined && (
          <>
            90% interval {formatStatistic(unit, low)} to {formatStatistic(unit, high)}.{' '}
          </>
        )}
        {note && <>{note} </>}
        {formatAsOf(asOf)}.{' '}
        <Link href={methodHref(measure)} prefetch={false} className="link">
          Method
        </Link>
      </dd>
    </div>
  )
}

function UnitWords({ words }: { words: string }) {
  return words === '' ? null : (
    <span className="ml-1.5 font-sans text-sm tracking-normal text-muted">{words}</span>
  )
}
