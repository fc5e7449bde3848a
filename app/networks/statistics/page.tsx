import type { Metadata } from 'next'
import { Suspense } from 'react'
import { NetworksNav } from '@/components/networks/networks-nav'
import { StatisticsView } from '@/components/networks/statistics-view'
import { PageTitle, SkeletonRows } from '@/components/ui'
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
        Pointing at a figure tells what it rests on.
      </PageTitle>
      <NetworksNav current="/networks/statistics" />
      <Suspense fallback={<SkeletonRows rows={32} rowHeight={3} />}>
        <Statistics order={order} />
      </Suspense>
    </>
  )
}

async function Statistics({ order }: { order: StatisticOrder }) {
  return <StatisticsView {...(await readStatisticsTable(order))} order={order} />
}
