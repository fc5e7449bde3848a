'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui'
import { unreachable } from '@/components/wallet/unreachable'
import { deleteWebhook, testWebhook } from '@/lib/server/webhooks/actions'

/** Sends a test message to an endpoint, or deletes it. */
export function WebhookActions({ id, url, isGone }: { id: string; url: string; isGone: boolean }) {
  const [busy, setBusy] = useState<'test' | 'delete'>()
  const [said, setSaid] = useState<string>()
  const [isSure, setSure] = useState(false)
  const router = useRouter()

  async function test() {
    setBusy('test')
    const result = await testWebhook({ id }).catch(unreachable)
    setBusy(undefined)
    if (!result.ok) setSaid(result.error.message)
    else setSaid('status' in result.value ? `It answered ${result.value.status}.` : result.value.error)
    router.refresh()
  }

  async function remove() {
    setBusy('delete')
    const result = await deleteWebhook({ id }).catch(unreachable)
    setBusy(undefined)
    if (!result.ok) return setSaid(result.error.message)
    router.refresh()
  }

  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      <span role="status" className="text-sm text-muted">
        {said}
      </span>
      {!isGone && (
        <Button
          size="sm"
          pending={busy === 'test'}
          onClick={() => void test()}
          aria-label={`Send a test to ${url}`}
        >
          Send a test
        </Button>
      )}
      {isSure ? (
        <>
          <Button size="sm" pending={busy === 'delete'} onClick={() => void remove()}>
            Delete it with its log
          </Button>
          <Button size="sm" variant="quiet" onClick={() => setSure(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <Button size="sm" variant="quiet" onClick={() => setSure(true)} aria-label={`Delete ${url}`}>
          Delete
        </Button>
      )}
    </div>
  )
}
