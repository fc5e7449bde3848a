import type { Metadata } from 'next'
import { CompareView } from '@/components/networks/compare-view'
import { requireDatabase } from '@/lib/server/failure/require-database'
import { readComparable } from '@/lib/server/statistics/read-comparable'
import { readLongest } from '@/lib/server/statistics/read-longest'
import { parseComparison, readComparison } from '@/lib/server/statistics/read-statistics'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = {
  title: 'Compare networks',
  description:
    'Up to six physical infrastructure networks side by side: rewards, nodes, break-even, network effect, phase, market and concentration, each with its source and date.',
}

export default async function ComparePage({ searchParams }: Props) {
  const comparison = parseComparison(await searchParams)
  await requireDatabase()
  const [networks, choices, suggested] = await Promise.all([
    readComparison(comparison),
    readComparable(),
    readLongest(comparison.measure),
  ])
  return (
    <CompareView
      comparison={{ ...comparison, networks: networks.map(({ slug }) => slug) }}
      networks={networks}
      choices={choices}
      suggested={suggested}
    />
  )
}
