'use client'

import dynamic from 'next/dynamic'
import type { ComponentProps } from 'react'
import { useSeen } from '@/components/charts/use-seen'
import { Skeleton } from '@/components/ui'

const ValuationLab = dynamic(() => import('./valuation-lab').then((it) => it.ValuationLab), {
  ssr: false,
  loading: () => <Skeleton className="h-14 w-full" />,
})

/**
 * Model, worker and charts come when their place nears the screen. Wide screens keep that place, where other columns stand
 * beside it; a phone shows the progress in a small box, and nothing of what comes under it is on the screen yet.
 */
export function LazyValuationLab(props: ComponentProps<typeof ValuationLab>) {
  const [ref, isSeen] = useSeen<HTMLDivElement>()
  return (
    <div ref={ref} className="min-h-14 lg:min-h-[90rem]">
      {isSeen && <ValuationLab {...props} />}
    </div>
  )
}
