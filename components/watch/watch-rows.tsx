'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { useWatches } from './use-watches'

const WatchDialog = dynamic(() => import('./watch-dialog').then((it) => it.WatchDialog), { ssr: false })

type Asked = { positionId: number; name: string }

/**
 * Answers the `WatchMark`s of a table: a press opens what to be told of, and what is watched is marked as pressed. It
 * marks anew whenever it is rendered with other rows.
 */
export function WatchRows({ ids }: { ids: readonly number[] }) {
  const watches = useWatches()
  const [asked, setAsked] = useState<Asked>()

  useEffect(() => {
    function press(event: MouseEvent) {
      const { target } = event
      const mark = target instanceof Element ? target.closest<HTMLElement>('[data-watch]') : null
      const positionId = Number(mark?.dataset.watch)
      // another table of the page may show the same position: one of them answers
      if (!mark || event.defaultPrevented || !ids.includes(positionId)) return
      event.preventDefault()
      setAsked({ positionId, name: mark.dataset.name ?? '' })
    }
    document.addEventListener('click', press)
    return () => document.removeEventListener('click', press)
  }, [ids])

  useEffect(() => {
    const shown = new Set(ids)
    for (const mark of document.querySelectorAll<HTMLElement>('[data-watch]')) {
      const id = Number(mark.dataset.watch)
      if (shown.has(id)) mark.ariaPressed = String(watches.has(id))
    }
  }, [ids, watches])

  return (
    asked && (
      <WatchDialog positionId={asked.positionId} name={asked.name} onClose={() => setAsked(undefined)} />
    )
  )
}
