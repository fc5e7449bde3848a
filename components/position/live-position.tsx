'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import type { Change } from '@/components/market/change-stream'
import { useChanges } from '@/components/market/use-changes'
import { Button } from '@/components/ui/button'
import { newsOf } from './news-of'

/**
 * Says at the page's foot when somebody bought, listed or offered for the position while it was looked at. Nothing is
 * drawn anew until the reader asks: a price does not move under a hand that is about to press Buy. What a reader's own
 * deed brought is read by then, and not told.
 */
export function LivePosition({
  positionId,
  head,
  shows,
}: {
  positionId: number
  /** block the page was read at */
  head: number
  /** orders that the page shows with their standing; others: it was read anew */
  shows: string
}) {
  const router = useRouter()
  const [isReading, start] = useTransition()
  const [change, setChange] = useState<Change>()
  const [shown, setShown] = useState(`${head} ${shows}`)

  useChanges((came) => {
    const isChain = !came.kinds.every((kind) => kind === 'listed' || kind === 'offered')
    if (!came.positions.includes(positionId) || (isChain && came.head <= head)) return
    setChange(came)
  })
  const now = `${head} ${shows}`
  useEffect(() => {
    if (shown === now) return
    setShown(now)
    setChange(undefined)
  }, [shown, now])

  function read() {
    start(() => {
      router.refresh()
      setChange(undefined)
    })
  }

  return (
    <div
      aria-live="polite"
      data-print="hide"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-20 flex justify-center"
    >
      {change && (
        <p className="pointer-events-auto flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-control bg-raised px-4 py-2 text-sm">
          {/* the kinds of several positions are told together */}
          {newsOf(change.positions.length === 1 ? change.kinds : [])}
          <Button size="sm" variant="primary" pending={isReading} onClick={read}>
            Show it as it is now
          </Button>
        </p>
      )}
    </div>
  )
}
