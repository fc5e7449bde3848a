'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Eye } from './eye'
import { useWatches } from './use-watches'

const WatchDialog = dynamic(() => import('./watch-dialog').then((it) => it.WatchDialog), { ssr: false })

/**
 * Watches a position: opens what to be told of. It works without an account, in this browser; signed in, it is kept with
 * the account and told by notification and webhook.
 */
export function WatchButton({
  positionId,
  name,
  compact,
}: {
  positionId: number
  /** what the position is called */
  name: string
  /** a row of a table: the eye alone */
  compact?: boolean
}) {
  const watched = useWatches().has(positionId)
  const [isOpen, setOpen] = useState(false)
  const label = `${watched ? 'Watching' : 'Watch'} ${name}`
  return (
    <>
      {compact ? (
        <button
          type="button"
          aria-label={label}
          title={watched ? 'Watching' : 'Watch'}
          onClick={() => setOpen(true)}
          className="inline-grid size-6 cursor-pointer place-items-center rounded text-muted hover:text-signal-text"
        >
          <Eye filled={watched} />
        </button>
      ) : (
        <Button size="sm" onClick={() => setOpen(true)} aria-label={label}>
          <Eye filled={watched} />
          {watched ? 'Watching' : 'Watch'}
        </Button>
      )}
      {isOpen && <WatchDialog positionId={positionId} name={name} onClose={() => setOpen(false)} />}
    </>
  )
}
