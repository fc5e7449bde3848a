import type { Metadata } from 'next'
import { EmbeddedChart } from '@/components/networks/embedded-chart'
import { parseComparison, readComparison } from '@/lib/server/statistics/read-statistics'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Chart', robots: { index: false } }

/** A chart alone, for other people's pages and for paper. */
export default async function ChartPage({ searchParams }: Props) {
  const comparison = parseComparison(await searchParams)
  return <EmbeddedChart comparison={comparison} networks={await readComparison(comparison)} />
}
