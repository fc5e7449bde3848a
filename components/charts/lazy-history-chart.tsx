'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton'

/** The chart's code comes after the page; its place is kept. */
export const LazyHistoryChart = dynamic(() => import('./history-chart').then((it) => it.HistoryChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
})
