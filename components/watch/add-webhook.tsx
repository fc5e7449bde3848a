'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button, CopyButton, ErrorNote, Field, Input } from '@/components/ui'
import { unreachable } from '@/components/wallet/unreachable'
import type { Failure } from '@/lib/core/errors'
import { createWebhook } from '@/lib/server/webhooks/actions'

/** Adds an endpoint, and shows its secret this once. */
export function AddWebhook({ isLocal }: { isLocal: boolean }) {
  const [url, setUrl] = useState('')
  const [secret, setSecret] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const [isSaving, setSaving] = useState(false)
  const router = useRouter()

  async function add(event: FormEvent) {
    event.preventDefault()
    if (isSaving) return
    setSaving(true)
    const result = await createWebhook({ url }).catch(unreachable)
    setSaving(false)
    setFailure(result.ok ? undefined : result.error)
    if (!result.ok) return
    setSecret(result.value.secret)
    setUrl('')
    router.refresh()
  }

  return (
    <div className="grid gap-4">
      <form onSubmit={add} className="flex flex-wrap items-start gap-3">
        <Field
          label="Endpoint"
          hint={
            isLocal
              ? 'https on a public address; on this local chain also http on localhost'
              : 'https on a public address'
          }
          error={failure?.fields?.url}
          className="w-full max-w-lg"
        >
          {(control) => (
            <Input
              {...control}
              type="url"
              required
              placeholder="https://example.org/hotswap"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" pending={isSaving} className="sm:mt-6">
          Add endpoint
        </Button>
      </form>
      {failure && !failure.fields?.url && <ErrorNote error={failure}>No endpoint was added.</ErrorNote>}
      {secret && (
        <div role="status" className="border-l-2 border-signal bg-signal-wash px-4 py-3">
          <p>Its secret, shown this once: your receiver checks with it that a message came from here.</p>
          <p className="mt-1 flex items-center gap-1">
            <code data-secret className="figures text-sm break-all">
              {secret}
            </code>
            <CopyButton text={secret} what="secret" />
          </p>
        </div>
      )}
    </div>
  )
}
