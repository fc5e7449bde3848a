import type { Metadata } from 'next'
import { Suspense } from 'react'
import { NetworksNav } from '@/components/networks/networks-nav'
import { OverallSection } from '@/components/networks/overall-section'
import { StatisticsTable } from '@/components/networks/statistics-table'
import { PageTitle, Section, SkeletonRows } from '@/components/ui'
import type { StatisticOrder } from '@/lib/market/statistics/statistic-sort'
import { requireDatabase } from '@/lib/server/failure/require-database'
import { parseStatisticOrder, readStatisticsTable } from '@/lib/server/statistics/read-statistics-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = {
  title: 'Statistics of the networks',
  description:
    'Break-even, network effect, flywheel, entry pressure, float, spread, turnover, concentration and forecasts of every network, each with its source and date.',
}

export default async function StatisticsPage({ searchParams }: Props) {
  const order = parseStatisticOrder(await searchParams)
  await requireDatabase()
  return (
    <>
      <PageTitle title="Statistics">
        What a new device takes to earn its price, what draws others in, and how the market trades them.
        Pointing at a figure tells its source.
      </PageTitle>
      <NetworksNav current="/networks/statistics" />
      <Suspense fallback={<SkeletonRows rows={18} rowHeight={3} />}>
        <Statistics order={order} />
      </Suspense>
    </>
  )
}

async function Statistics({ order }: { order: StatisticOrder }) {
  const { rows, overall } = await readStatisticsTable(order)
  return (
    <div className="space-y-8 pb-10">
      <Section title="By network" note="a dash is not known; each network’s page says why">
        <StatisticsTable rows={rows} order={order} />
      </Section>
      <OverallSection figures={overall.figures} points={overall.points} />
    </div>
  )
}
