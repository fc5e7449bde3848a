'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Eye } from './eye'
import { useWatches } from './use-watches'

const WatchDialog = dynamic(() => import('./watch-dialog').then((it) => it.WatchDialog), { ssr: false })

/**
 * Watches a position: opens what to be told of. In rows of tables `WatchMark` does. It works without an account, in this browser; signed in, it is kept with
 * the account and told by notification and webhook.
 */
export function WatchButton({
  positionId,
  name,
}: {
  positionId: number
  /** what the position is called */
  name: string
}) {
  const watched = useWatches().has(positionId)
  const [isOpen, setOpen] = useState(false)
  const label = `${watched ? 'Watching' : 'Watch'} ${name}`
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)} aria-label={label}>
        <Eye filled={watched} />
        {watched ? 'Watching' : 'Watch'}
      </Button>
      {isOpen && <WatchDialog positionId={positionId} name={name} onClose={() => setOpen(false)} />}
    </>
  )
}
