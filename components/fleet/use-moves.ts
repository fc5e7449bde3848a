'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { isOpen, type MoveUnderWay } from './move-under-way'

const LOOK_EVERY_MS = 1_500
/** Each is looked up on chain: many are asked for less often. */
const MANY = { from: 10, every: 4_000 }

/**
 * An account's moves, followed together until each is settled; the plan is computed anew once they have settled, or when none
 * has for a while.
 * @param initial as the page has them; newer ones of the page take the place of what was asked for since
 */
export function useMoves(initial: readonly MoveUnderWay[]) {
  const router = useRouter()
  const [asked, setAsked] = useState<{ since: readonly MoveUnderWay[]; moves: readonly MoveUnderWay[] }>()
  const [isAway, setAway] = useState(false)
  const moves = asked?.since === initial ? asked.moves : initial
  const open = moves.filter(isOpen).length
  const settledSince = initial.filter(isOpen).length - open
  const every = open >= MANY.from ? MANY.every : LOOK_EVERY_MS

  useEffect(() => {
    if (open === 0) return
    const stop = new AbortController()
    const timer = setInterval(async () => {
      try {
        const response = await fetch('/operate/fleet/moves.json', { signal: stop.signal })
        // a session that has ended is no fault of the server's
        setAway(response.status >= 500)
        if (!response.ok) return
        const answer = (await response.json()) as { moves: MoveUnderWay[] }
        setAsked({ since: initial, moves: answer.moves })
      } catch {
        if (!stop.signal.aborted) setAway(true)
      }
    }, every)
    return () => {
      stop.abort()
      clearInterval(timer)
    }
  }, [initial, open, every])

  useEffect(() => {
    if (settledSince <= 0) return
    // the public record is a block behind; while many are sent, the plan waits for the last
    const timer = setTimeout(() => router.refresh(), open === 0 ? 1_000 : 8_000)
    return () => clearTimeout(timer)
  }, [settledSince, open, router])

  return { moves, isAway }
}
