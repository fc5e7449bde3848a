'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useFollowed } from '@/components/ui/use-followed'
import type { moveDevice } from '@/lib/server/fleet/actions'

/** A reassignment as the API shows it. */
export type ReassignmentView = Extract<Awaited<ReturnType<typeof moveDevice>>, { ok: true }>['value']

/** A reassignment followed until it is done or expired; what is settled meanwhile changes the plan above. */
export function useReassignment(initial: ReassignmentView) {
  const router = useRouter()
  const { view, isAway, isSettled } = useFollowed(`/api/v1/reassignments/${initial.id}`, initial)
  const wasSettled = initial.status === 'done' || initial.status === 'expired'

  useEffect(() => {
    if (isSettled && !wasSettled) router.refresh()
  }, [isSettled, wasSettled, router])

  return { view, isAway }
}
