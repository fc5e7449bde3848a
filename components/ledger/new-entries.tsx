'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { listenForChanges } from '@/components/market/change-stream'
import { Button } from '@/components/ui'
import type { EntryKind } from '@/lib/market/ledger-query'

/** Offers entries that came since the page was read; they are shown when asked for, so that no row moves by itself. */
export function NewEntries({
  kinds,
  position,
}: {
  /** kinds the page is narrowed to */
  kinds: readonly EntryKind[] | undefined
  position: number | undefined
}) {
  const router = useRouter()
  const [hasNews, setNews] = useState(false)
  const [isPending, startTransition] = useTransition()

  useEffect(
    () =>
      listenForChanges((change) => {
        const isMine =
          (!kinds || kinds.some((kind) => change.kinds.includes(kind))) &&
          (position === undefined || change.positions.includes(position))
        if (!change.partial && change.kinds.length > 0 && isMine) setNews(true)
      }),
    [kinds, position],
  )

  function show() {
    startTransition(() => {
      router.refresh()
      setNews(false)
    })
  }

  return (
    <div role="status">
      {hasNews ? (
        <Button size="sm" pending={isPending} onClick={show}>
          <span aria-hidden className="size-1.5 rounded-full bg-signal" />
          Show new entries
        </Button>
      ) : (
        <span className="flex items-center gap-2 text-muted">
          <span aria-hidden className="size-1.5 rounded-full bg-gain" />
          Live: new entries are offered here
        </span>
      )}
    </div>
  )
}
