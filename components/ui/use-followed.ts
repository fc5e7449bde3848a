'use client'

import { useEffect, useState } from 'react'

const LOOK_EVERY_MS = 1_500

/**
 * Something the server is about, asked for again until it is done or expired; a server that is away for a while is only
 * waited for.
 * @param path where it is answered as JSON, in the form of `initial`
 */
export function useFollowed<view extends { status: string }>(path: string, initial: view) {
  const [view, setView] = useState(initial)
  const [isAway, setAway] = useState(false)
  const isSettled = view.status === 'done' || view.status === 'expired'

  useEffect(() => {
    if (isSettled) return
    const stop = new AbortController()
    const timer = setInterval(async () => {
      try {
        const response = await fetch(path, { signal: stop.signal })
        setAway(!response.ok)
        if (response.ok) setView((await response.json()) as view)
      } catch {
        if (!stop.signal.aborted) setAway(true)
      }
    }, LOOK_EVERY_MS)
    return () => {
      stop.abort()
      clearInterval(timer)
    }
  }, [path, isSettled])

  return { view, setView, isAway, isSettled }
}
