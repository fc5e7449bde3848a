'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { BatchView } from './batch-view'

const LOOK_EVERY_MS = 1_500

/** A batch followed while rows wait; the page's rows are read again when a count has changed. */
export function useBatch(initial: BatchView) {
  const router = useRouter()
  const [batch, setBatch] = useState(initial)
  const [isAway, setAway] = useState(false)
  const seen = useRef(JSON.stringify(initial.counts))
  const { waiting, proven } = batch.counts
  const isOpen = waiting + proven > 0

  useEffect(() => {
    if (!isOpen) return
    const stop = new AbortController()
    const timer = setInterval(async () => {
      try {
        const response = await fetch(`/api/v1/registration-batches/${initial.id}`, { signal: stop.signal })
        setAway(!response.ok)
        if (!response.ok) return
        const now = (await response.json()) as BatchView
        const counts = JSON.stringify(now.counts)
        if (counts === seen.current) return
        seen.current = counts
        setBatch(now)
        router.refresh()
      } catch {
        if (!stop.signal.aborted) setAway(true)
      }
    }, LOOK_EVERY_MS)
    return () => {
      stop.abort()
      clearInterval(timer)
    }
  }, [initial.id, isOpen, router])

  return { batch, isAway, setBatch }
}
