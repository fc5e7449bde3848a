'use client'

import { type ComponentProps, useEffect, useState } from 'react'
import { classNames } from '@/components/ui/class-names'

/** Whether the page has stood for a moment: what comes later came while it was looked at. */
let isStanding = false

/** An item of a list; one that comes while the page is looked at shows for a moment that it is new. */
export function Arrived({ className, ...rest }: ComponentProps<'li'>) {
  const [isNew] = useState(() => isStanding)
  useEffect(() => {
    const timer = setTimeout(() => {
      isStanding = true
    }, 1_000)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return <li {...rest} className={classNames(className, isNew && 'moved')} />
}
