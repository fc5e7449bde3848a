'use client'

import dynamic from 'next/dynamic'
import type { ComponentProps } from 'react'
import { useSeen } from '@/components/charts/use-seen'
import { Skeleton } from '@/components/ui'

const ValuationLab = dynamic(() => import('./valuation-lab').then((it) => it.ValuationLab), {
  ssr: false,
  loading: () => <Skeleton className="h-[90rem] w-full" />,
})

/** Model, worker and charts come when their place, which is kept, nears the screen. */
export function LazyValuationLab(props: ComponentProps<typeof ValuationLab>) {
  const [ref, isSeen] = useSeen<HTMLDivElement>()
  return (
    <div ref={ref} className="min-h-[90rem]">
      {isSeen && <ValuationLab {...props} />}
    </div>
  )
}
