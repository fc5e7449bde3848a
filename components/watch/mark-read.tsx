'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui'
import { unreachable } from '@/components/wallet/unreachable'
import { markRead } from '@/lib/server/watches/actions'

/** Marks every alert up to the newest shown as read. */
export function MarkRead({ seq }: { seq: number }) {
  const router = useRouter()
  const [isSaving, setSaving] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  async function mark() {
    setSaving(true)
    const result = await markRead({ seq }).catch(unreachable)
    setSaving(false)
    setTrouble(result.ok ? undefined : result.error.message)
    if (result.ok) router.refresh()
  }
  return (
    <span className="inline-flex items-center gap-2">
      {trouble && <span role="alert">{trouble}</span>}
      <Button size="sm" pending={isSaving} onClick={() => void mark()}>
        Mark all as read
      </Button>
    </span>
  )
}
