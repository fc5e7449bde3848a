'use client'

import dynamic from 'next/dynamic'
import type { ComponentProps } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { useSeen } from './use-seen'

const HistoryChart = dynamic(() => import('./history-chart').then((it) => it.HistoryChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
})

/** The chart's code comes when its place, which is kept, nears the screen. */
export function LazyHistoryChart(props: ComponentProps<typeof HistoryChart>) {
  const [ref, isSeen] = useSeen<HTMLDivElement>()
  return (
    <div ref={ref} className="h-full">
      {isSeen ? <HistoryChart {...props} /> : <div className="h-full bg-sunken" />}
    </div>
  )
}
