'use client'

import { useEffect, useState } from 'react'
import { useConnection } from 'wagmi'
import { Button } from '@/components/ui'
import { useRuntime } from './runtime-context'
import { useBook } from './use-book'

/** A transaction the node has known nothing of for so long is offered to be given up. */
const PATIENCE_MS = 20_000

/** Gives up what neither the node nor a block has; nothing while there is hope. */
export function StopWaiting({ unknownSince }: { unknownSince: number | undefined }) {
  const { chain } = useRuntime()
  const { address } = useConnection()
  const { book, records } = useBook(chain.chainId, address)
  const isLong = useIsPast(unknownSince === undefined ? undefined : unknownSince + PATIENCE_MS)
  const record = records.find(
    ({ outcome }) => 'unknownSince' in outcome && outcome.unknownSince === unknownSince,
  )
  if (!isLong || !record) return null
  return (
    <div className="mt-2 grid justify-items-start gap-2 text-sm">
      <p>
        Nobody knows of it any more. If your wallet shows it as failed or does not show it, it is gone: stop
        waiting, and ask again.
      </p>
      <Button size="sm" onClick={() => book?.remove(record.key)}>
        Stop waiting
      </Button>
    </div>
  )
}

function useIsPast(moment: number | undefined): boolean {
  const [reached, setReached] = useState<number>()
  useEffect(() => {
    if (moment === undefined) return
    const timer = setTimeout(() => setReached(moment), Math.max(moment - Date.now(), 0))
    return () => clearTimeout(timer)
  }, [moment])
  return moment !== undefined && reached === moment
}
