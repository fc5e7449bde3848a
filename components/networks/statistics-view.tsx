import { ChartFoot } from '@/components/charts/chart-foot'
import { Section } from '@/components/ui'
import { figuresHref } from '@/lib/market/statistics/comparison'
import type { StatisticFigure, StatisticPoint } from '@/lib/market/statistics/measures'
import { sourcesOf } from '@/lib/market/statistics/sources-of'
import {
  growthMeasures,
  type StatisticOrder,
  type StatisticsOfNetwork,
  tradeMeasures,
} from '@/lib/market/statistics/statistic-sort'
import { OverallSection } from './overall-section'
import { StatisticsTable } from './statistics-table'

/** Every public statistic of every network, and of all together. */
export function StatisticsView({
  rows,
  overall,
  order,
}: {
  rows: readonly StatisticsOfNetwork[]
  overall: { figures: readonly StatisticFigure[]; points: readonly StatisticPoint[] }
  order: StatisticOrder
}) {
  const told = rows.flatMap(({ figures }) => figures)
  return (
    <div className="space-y-8 pb-10">
      <Section
        title="What they pay, and how they grow"
        note="a dash is not known; each network’s page says why"
      >
        <StatisticsTable
          caption="What networks pay, and how they grow"
          measures={growthMeasures}
          rows={rows}
          order={order}
        />
      </Section>
      <Section title="How this market trades them" note="now, and over the days that the method names">
        <StatisticsTable
          caption="How this market trades networks"
          measures={tradeMeasures}
          rows={rows}
          order={order}
        />
        <p className="mt-3 max-w-prose text-sm text-muted">
          Utilisation has no column: no source gives a network’s capacity and what of it is paid for. Uptime
          is that of the devices with a position here.
        </p>
        {told.length > 0 && (
          <ChartFoot
            source={sourcesOf(told)}
            asOf="the month under each figure; of the market, now"
            method={{ href: '/method#statistics' }}
            data={{ csv: figuresHref([], 'csv'), json: figuresHref([], 'json') }}
          />
        )}
      </Section>
      <OverallSection figures={overall.figures} points={overall.points} />
    </div>
  )
}
