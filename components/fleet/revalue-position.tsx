'use client'

import { useEffect, useState } from 'react'
import { unreachable } from '@/components/wallet/unreachable'
import { formatCents } from '@/lib/core/format'
import { valuePositionAction } from '@/lib/server/valuations/actions'

const LOOK_EVERY_MS = 1_000

/** Values a position that was moved, once the record has read the move, and says what came out. */
export function RevaluePosition({
  positionId,
  network,
}: {
  positionId: number
  network: { slug: string; name: string }
}) {
  const [text, setText] = useState('Valuing it there…')
  const { slug } = network

  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    void untilRecorded(positionId, slug, signal).then(async () => {
      if (signal.aborted) return
      const result = await valuePositionAction({ positionId }).catch(unreachable)
      if (signal.aborted) return
      setText(
        result.ok
          ? `Valued there: ${formatCents(result.value.value)}. The value it had before stands on the record as of its time.`
          : `It is not valued there yet: ${result.error.message}`,
      )
    })
    return () => stop.abort()
  }, [positionId, slug])

  return (
    <p role="status">
      It stands on {network.name} now. {text}
    </p>
  )
}

/** Until the public record, which is a block behind the chain, has the position on its new network; or until stopped. */
async function untilRecorded(positionId: number, network: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await fetch(`/api/v1/positions/${positionId}`, { signal })
      const position: unknown = response.ok ? await response.json() : undefined
      if (networkOf(position) === network) return
    } catch {
      // the server is away for a moment; it is asked again
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

function networkOf(position: unknown): unknown {
  return typeof position === 'object' && position !== null && 'network' in position
    ? position.network
    : undefined
}
