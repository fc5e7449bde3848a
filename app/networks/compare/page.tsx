import type { Metadata } from 'next'
import { CompareView } from '@/components/networks/compare-view'
import { requireDatabase } from '@/lib/server/failure/require-database'
import { readComparePage } from '@/lib/server/statistics/read-compare-page'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = {
  title: 'Compare networks',
  description:
    'Up to six physical infrastructure networks side by side: rewards, nodes, break-even, network effect, phase, market and concentration, each with its source and date.',
}

export default async function ComparePage({ searchParams }: Props) {
  const params = await searchParams
  await requireDatabase()
  return <CompareView {...(await readComparePage(params))} />
}
