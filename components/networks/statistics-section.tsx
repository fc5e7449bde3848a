import Link from 'next/link'
import { Section } from '@/components/ui'
import { comparisonHref, figuresHref } from '@/lib/market/statistics/comparison'
import {
  type MeasureId,
  measureOf,
  type StatisticFigure,
  type StatisticGroup,
  type StatisticPoint,
} from '@/lib/market/statistics/measures'
import { sourcesOf } from '@/lib/market/statistics/sources-of'
import { MeasureChart } from './measure-chart'
import { StatisticRow } from './statistic-row'

const groups: readonly StatisticGroup[] = [
  'Supply',
  'Rewards',
  'Growth',
  'Market',
  'Concentration',
  'Forecast',
]

/** Charted here; rewards, nodes and price have the page's own charts above. */
const charted: readonly MeasureId[] = ['breakEvenDays', 'entryPressure', 'exponent', 'phase']

/** A network's public statistics: every figure with its unit, source and date, and the ways to repeat it. */
export function StatisticsSection({
  slug,
  name,
  token,
  figures,
  points,
}: {
  slug: string
  name: string
  token: string
  figures: readonly StatisticFigure[]
  points: readonly StatisticPoint[]
}) {
  if (figures.length === 0) return null
  const told = figures.filter(({ value, says }) => value !== undefined || says !== undefined)
  const untold = figures.filter(({ value, says }) => value === undefined && says === undefined)
  const historyOf = (measure: MeasureId) => points.filter((point) => point.measure === measure)
  const charts = charted.filter((measure) => historyOf(measure).length > 1)
  return (
    <Section
      id="statistics"
      title="Statistics"
      note="each by its method; press a name for its history"
      action={
        <span className="flex flex-wrap gap-x-4 gap-y-2" data-print="hide">
          <Link
            prefetch={false}
            href={comparisonHref({ networks: [slug], measure: 'rewardPerNode', scale: 'log' })}
            className="link"
          >
            Compare with other networks
          </Link>
          <a href={figuresHref([slug], 'csv')} download className="link">
            CSV
          </a>
          <a href={figuresHref([slug], 'json')} download className="link">
            JSON
          </a>
        </span>
      }
    >
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2 xl:grid-cols-3">
        {groups.map((group) => {
          const own = told.filter(({ measure }) => measureOf(measure).group === group)
          return own.length === 0 ? null : (
            <div key={group}>
              <h3 className="mb-1 text-sm text-muted">{group}</h3>
              <dl className="border-t border-rule">
                {own.map((figure) => (
                  <StatisticRow
                    key={figure.measure}
                    slug={slug}
                    token={token}
                    figure={figure}
                    history={historyOf(figure.measure)}
                  />
                ))}
              </dl>
              <p className="mt-1.5 text-xs text-muted">Source: {sourcesOf(own)}.</p>
            </div>
          )
        })}
      </div>
      {untold.length > 0 && (
        <details className="mt-4 max-w-prose text-sm">
          <summary className="cursor-pointer text-muted hover:text-ink">
            {untold.length} not shown, and why
          </summary>
          <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
            {untold.map(({ measure, note }) => (
              <div key={measure} className="contents">
                <dt>{measureOf(measure).name}</dt>
                <dd className="text-muted max-sm:mb-1.5">{note}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {charts.length > 0 && (
        <div className="mt-8 grid gap-x-10 gap-y-8 lg:grid-cols-2">
          {charts.map((measure) => (
            <div key={measure} className="min-w-0">
              <h3 className="mb-2 font-medium">{measureOf(measure).name}</h3>
              <MeasureChart
                comparison={{ networks: [slug], measure, scale: scaleOf(measure) }}
                networks={[{ slug, name, figures, points: historyOf(measure) }]}
              />
            </div>
          ))}
        </div>
      )}
    </Section>
  )
}

/** Days to break even span decades; what can be negative does not have a logarithm. */
function scaleOf(measure: MeasureId) {
  return measure === 'breakEvenDays' ? 'log' : 'absolute'
}
