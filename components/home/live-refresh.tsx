'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'
import { useChanges } from '@/components/market/use-changes'

/** Milliseconds that changes are gathered before the page is read again. */
const GATHER = 600

/** Reads the page again when something on the market changed, and not otherwise. */
export function LiveRefresh() {
  const router = useRouter()
  const [, start] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(({ kinds, positions, partial }) => {
    // a block in which nothing of ours happened
    if (kinds.length === 0 && positions.length === 0 && !partial) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => start(() => router.refresh()), GATHER)
  })
  return null
}
