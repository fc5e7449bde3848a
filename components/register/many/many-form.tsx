'use client'

import dynamic from 'next/dynamic'
import { type ChangeEvent, useState } from 'react'
import { Button, ErrorNote, Field, Textarea } from '@/components/ui'
import { buttonLook } from '@/components/ui/button'
import { useDraft } from '@/components/ui/use-draft'
import { walletStore } from '@/components/wallet/wallet-store'
import { WithWallet } from '@/components/wallet/with-wallet'
import type { Failure } from '@/lib/core/errors'
import { formatCount } from '@/lib/core/format'
import type { FileDraft } from './file-draft'

const SubmitBatch = dynamic(() => import('./submit-batch').then((it) => it.SubmitBatch), { ssr: false })

const empty: FileDraft = { name: '', text: '' }

/** The file of devices: chosen, dropped or pasted. It stays in this browser until it is taken. */
export function ManyForm({ most }: { most: { rows: number; characters: number } }) {
  const [draft, change, forget] = useDraft('register-many', empty, readDraft)
  const [failure, setFailure] = useState<Failure>()
  const lines = draft.text === '' ? 0 : draft.text.trimEnd().split('\n').length

  async function read(file: File | undefined) {
    if (!file) return
    if (file.size > 2 * most.characters)
      return setFailure(tooLarge(`${file.name} is larger than ${most.characters / 1_000} kB; split it.`))
    setFailure(undefined)
    change({ name: file.name, text: await file.text() })
  }

  return (
    <form onSubmit={(event) => event.preventDefault()} className="grid gap-4 border-t border-ink pt-3">
      <div className="flex flex-wrap items-center gap-3">
        <label className={buttonLook({}, 'focus-within:outline-2 focus-within:outline-offset-2')}>
          Choose a CSV file
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            className="sr-only"
            onChange={(event: ChangeEvent<HTMLInputElement>) => {
              void read(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </label>
        <a href="/register/many/template.csv" download className="link text-sm">
          Download the template
        </a>
        <span role="status" className="text-sm text-muted">
          {draft.name && `${draft.name}: `}
          {lines > 0 && `${formatCount(lines)} ${lines === 1 ? 'line' : 'lines'}`}
        </span>
      </div>
      <Field
        label="Or paste the rows, heading first"
        hint={`At most ${formatCount(most.rows)} rows; comma, semicolon or tab between cells.`}
        error={failure?.fields?.text}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={9}
            wrap="off"
            spellCheck={false}
            placeholder="device_key,network,model,cell,name"
            value={draft.text}
            onChange={(event) => change({ name: '', text: event.target.value })}
            onDrop={(event) => {
              const [file] = event.dataTransfer.files
              if (!file) return
              event.preventDefault()
              void read(file)
            }}
            className="figures overflow-x-auto text-sm whitespace-pre"
          />
        )}
      </Field>
      {failure && !failure.fields?.text && (
        <ErrorNote error={failure}>What you have given is kept in this browser.</ErrorNote>
      )}
      <WithWallet
        otherwise={
          <div>
            <Button variant="primary" onClick={walletStore.openConnect}>
              Connect a wallet to continue
            </Button>
            <p className="mt-2 text-sm text-muted">
              The positions will belong to the account you connect. What you have given is kept.
            </p>
          </div>
        }
      >
        <SubmitBatch draft={draft} onFailure={setFailure} onTaken={forget} />
      </WithWallet>
    </form>
  )
}

function readDraft(kept: unknown): FileDraft | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const { name, text } = kept as Partial<Record<keyof FileDraft, unknown>>
  return typeof name === 'string' && typeof text === 'string' ? { name, text } : undefined
}

function tooLarge(message: string): Failure {
  return { name: 'InvalidInputError', message, retryable: false, fields: { text: message } }
}
