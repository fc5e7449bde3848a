'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { moveDevice } from '@/lib/server/fleet/actions'

/** A reassignment as the API shows it. */
export type ReassignmentView = Extract<Awaited<ReturnType<typeof moveDevice>>, { ok: true }>['value']

const LOOK_EVERY_MS = 1_500

/** A reassignment followed until it is done or expired; a server that is away for a while is only waited for. */
export function useReassignment(initial: ReassignmentView) {
  const router = useRouter()
  const [view, setView] = useState(initial)
  const [isAway, setAway] = useState(false)
  const isSettled = view.status === 'done' || view.status === 'expired'
  const wasSettled = initial.status === 'done' || initial.status === 'expired'

  useEffect(() => {
    if (isSettled) return
    const stop = new AbortController()
    const timer = setInterval(async () => {
      try {
        const response = await fetch(`/api/v1/reassignments/${initial.id}`, { signal: stop.signal })
        setAway(!response.ok)
        if (response.ok) setView((await response.json()) as ReassignmentView)
      } catch {
        if (!stop.signal.aborted) setAway(true)
      }
    }, LOOK_EVERY_MS)
    return () => {
      stop.abort()
      clearInterval(timer)
    }
  }, [initial.id, isSettled])

  // what is settled now changes the plan above
  useEffect(() => {
    if (isSettled && !wasSettled) router.refresh()
  }, [isSettled, wasSettled, router])

  return { view, isAway }
}
