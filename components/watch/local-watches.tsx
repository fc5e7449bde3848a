'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button, ErrorNote } from '@/components/ui'
import { unreachable } from '@/components/wallet/unreachable'
import type { Failure } from '@/lib/core/errors'
import { setWatch } from '@/lib/server/watches/actions'
import { useWatches } from './use-watches'
import { watchStore } from './watch-store'

/**
 * What this browser watches by itself. For a visitor it puts the positions into the URL, so that the server can say how
 * they stand; a signed-in person can take them along to the account.
 */
export function LocalWatches({ isSignedIn, shown }: { isSignedIn: boolean; shown: readonly number[] }) {
  const kept = useWatches()
  const router = useRouter()
  const path = usePathname()
  const [isMoving, setMoving] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const own = [...kept].filter(([, watch]) => watch.kept === 'browser')
  const wanted = own.map(([id]) => id).join(',')
  const isStale = !isSignedIn && wanted !== '' && wanted !== shown.join(',')
  useEffect(() => {
    if (isStale && shown.length === 0) router.replace(`${path}?ids=${wanted}`, { scroll: false })
  }, [isStale, shown.length, wanted, path, router])

  async function take() {
    setMoving(true)
    setFailure(undefined)
    for (const [positionId, { kept: _, below, ...kinds }] of own) {
      const rules = { positionId, below: below?.toString() ?? null, ...kinds }
      const result = await setWatch(rules).catch(unreachable)
      if (!result.ok) {
        setFailure(result.error)
        break
      }
      watchStore.set(positionId, { ...kinds, below, kept: 'account' })
    }
    setMoving(false)
    router.refresh()
  }

  if (!isSignedIn || own.length === 0) return null
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-3 border-l-2 border-control py-1 pl-3 text-sm">
        {own.length === 1 ? 'One position is' : `${own.length} positions are`} watched in this browser alone.
        <Button size="sm" pending={isMoving} onClick={() => void take()}>
          Keep with my account
        </Button>
      </p>
      {failure && <ErrorNote error={failure}>What was not taken along is still in this browser.</ErrorNote>}
    </div>
  )
}
