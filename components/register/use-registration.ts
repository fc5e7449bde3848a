'use client'

import { useEffect, useState } from 'react'
import type { RegistrationView } from './registration-view'

const LOOK_EVERY_MS = 1_500

/** A registration followed until it is done or expired; a server that is away for a while is only waited for. */
export function useRegistration(initial: RegistrationView) {
  const [view, setView] = useState(initial)
  const [isAway, setAway] = useState(false)
  const isSettled = view.status === 'done' || view.status === 'expired'

  useEffect(() => {
    if (isSettled) return
    const stop = new AbortController()
    const timer = setInterval(async () => {
      try {
        const response = await fetch(`/api/v1/registrations/${initial.id}`, { signal: stop.signal })
        setAway(!response.ok)
        if (response.ok) setView((await response.json()) as RegistrationView)
      } catch {
        if (!stop.signal.aborted) setAway(true)
      }
    }, LOOK_EVERY_MS)
    return () => {
      stop.abort()
      clearInterval(timer)
    }
  }, [initial.id, isSettled])

  return { view, setView, isAway }
}
