'use client'

import { useEffect, useState } from 'react'
import { unreachable } from '@/components/wallet/unreachable'
import { formatCents } from '@/lib/core/format'
import { valuePositionAction } from '@/lib/server/valuations/actions'

/** Values a position that was moved on its new network, and says what came out. */
export function RevaluePosition({ positionId, networkName }: { positionId: number; networkName: string }) {
  const [text, setText] = useState('Valuing it there…')

  useEffect(() => {
    let isHere = true
    void valuePositionAction({ positionId })
      .catch(unreachable)
      .then((result) => {
        if (!isHere) return
        setText(
          result.ok
            ? `Valued there: ${formatCents(result.value.value)}. The value it had before stands on the record as of its time.`
            : `It is not valued there yet: ${result.error.message}`,
        )
      })
    return () => {
      isHere = false
    }
  }, [positionId])

  return (
    <p role="status">
      It stands on {networkName} now. {text}
    </p>
  )
}
