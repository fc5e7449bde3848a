'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui'
import { unreachable } from '@/components/wallet/unreachable'
import { valuePositionAction } from '@/lib/server/valuations/actions'

/** Values the position as of now; where nothing has changed the stored value stands. */
export function ValueNow({
  positionId,
  label,
  isMissing,
}: {
  positionId: number
  label: string
  /** there is no value yet: it is computed without being asked for */
  isMissing?: boolean
}) {
  const router = useRouter()
  const [isPending, start] = useTransition()
  const [outcome, setOutcome] = useState<string>()

  const isAsked = useRef(false)

  const value = useCallback(() => {
    if (isAsked.current) return
    isAsked.current = true
    setOutcome(undefined)
    start(async () => {
      const result = await valuePositionAction({ positionId }).catch(unreachable)
      isAsked.current = false
      start(() => {
        setOutcome(result.ok ? 'as of now' : result.error.message)
        if (result.ok) router.refresh()
      })
    })
  }, [positionId, router])

  useEffect(() => {
    if (isMissing) value()
  }, [isMissing, value])

  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button size="sm" pending={isPending} onClick={value}>
        {isPending ? 'Computing…' : label}
      </Button>
      <span role="status" className="text-sm text-muted">
        {outcome}
      </span>
    </span>
  )
}
