import { ChartFoot } from '@/components/charts/chart-foot'
import { Figure, Figures, Section } from '@/components/ui'
import { figuresHref } from '@/lib/market/statistics/comparison'
import { ALL, measureOf, type StatisticFigure, type StatisticPoint } from '@/lib/market/statistics/measures'
import { sourcesOf } from '@/lib/market/statistics/sources-of'
import { MeasureChart } from './measure-chart'
import { formatAsOf, tellFigure, unitWords } from './statistic-format'

const charted = [
  { measure: 'rewardsUsd', scale: 'log' },
  { measure: 'hhiNetwork', scale: 'absolute' },
] as const

/** All networks together: each figure with what it is of. */
export function OverallSection({
  figures,
  points,
}: {
  figures: readonly StatisticFigure[]
  points: readonly StatisticPoint[]
}) {
  const told = figures.flatMap((figure) => {
    const value = tellFigure(figure)
    return value === undefined ? [] : [{ ...figure, value }]
  })
  if (told.length === 0) return null
  const published = told.filter(({ asOf }) => asOf.length <= 7)
  return (
    <Section title="All networks together" note="sums and medians, as each says">
      <Figures>
        {told
          .filter(({ measure }) => measure !== 'phase')
          .map(({ measure, value, asOf, note, sample }) => (
            <Figure
              key={measure}
              label={measureOf(measure).name}
              value={value}
              unit={unitWords[measureOf(measure).unit]}
              source={note ?? `${asOf.length <= 7 ? formatAsOf(asOf) : 'now'}, of ${sample}`}
            />
          ))}
      </Figures>
      {told
        .filter(({ measure }) => measure === 'phase')
        .map(({ measure, value, note }) => (
          <p key={measure} className="mt-4 text-sm">
            Flywheel: {value}. <span className="text-muted">{note}</span>
          </p>
        ))}
      <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-2">
        {charted.map(({ measure, scale }) => (
          <div key={measure} className="min-w-0">
            <h3 className="mb-2 font-medium">{measureOf(measure).name}</h3>
            <MeasureChart
              comparison={{ networks: [ALL], measure, scale }}
              networks={[
                {
                  slug: ALL,
                  name: 'All networks',
                  figures,
                  points: points.filter((point) => point.measure === measure),
                },
              ]}
            />
          </div>
        ))}
      </div>
      <ChartFoot
        source={sourcesOf(told)}
        asOf={
          <>
            {published
              .map(({ asOf }) => asOf)
              .sort()
              .slice(-1)
              .map(formatAsOf)
              .join('')}{' '}
            and, of the market, now
          </>
        }
        method={{ href: '/method#statistics' }}
        data={{ csv: figuresHref([ALL], 'csv'), json: figuresHref([ALL], 'json') }}
      />
    </Section>
  )
}
