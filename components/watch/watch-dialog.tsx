'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useState } from 'react'
import { Button, Checkbox, ErrorNote, Field, Input, Skeleton } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { unreachable } from '@/components/wallet/unreachable'
import type { Failure } from '@/lib/core/errors'
import { asksNothing, firstRules, noRules, type WatchRules } from '@/lib/market/watch'
import { setWatch, watchOf } from '@/lib/server/watches/actions'
import { formOf, type RulesForm, rulesOf } from './rules-of'
import { watchStore } from './watch-store'

/** Where a watch is kept: with the signed-in account, or in this browser. */
type Keeper = 'account' | 'browser'

/** What to be told of a position. */
export function WatchDialog({
  positionId,
  name,
  onClose,
}: {
  positionId: number
  name: string
  onClose: () => void
}) {
  const [keeper, setKeeper] = useState<Keeper>()
  const [form, setForm] = useState<RulesForm>(formOf(firstRules))
  const [isWatched, setWatched] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const [isSaving, setSaving] = useState(false)
  const router = useRouter()

  useEffect(() => {
    let isHere = true
    void read(positionId).then((found) => {
      if (!isHere) return
      if ('failure' in found) return setFailure(found.failure)
      setKeeper(found.keeper)
      setWatched(found.rules !== undefined)
      setForm(formOf(found.rules ?? firstRules))
    })
    return () => {
      isHere = false
    }
  }, [positionId])

  async function save(rules: WatchRules) {
    if (!keeper || isSaving) return
    setSaving(true)
    setFailure(undefined)
    const error = await keep(keeper, positionId, rules)
    setSaving(false)
    if (error) return setFailure(error)
    router.refresh()
    onClose()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const read = rulesOf(form)
    setProblem('problem' in read ? read.problem : undefined)
    if ('rules' in read) void save(read.rules)
  }

  const tick = (rule: keyof Omit<WatchRules, 'below'>, label: string) => (
    <Checkbox
      label={label}
      checked={form[rule]}
      onChange={(event) => setForm({ ...form, [rule]: event.target.checked })}
    />
  )

  return (
    <Dialog title={`Watch ${name}`} onClose={onClose}>
      {keeper === undefined && !failure ? (
        <div role="status" aria-label="Reading what you watch" className="grid gap-3">
          <Skeleton className="h-9 w-full" />
          <Skeleton className="h-36 w-full" />
        </div>
      ) : (
        <form onSubmit={submit} className="grid gap-4">
          {failure && (
            <ErrorNote error={failure}>What you chose here is kept as long as this stays open.</ErrorNote>
          )}
          <Field label="Tell me of a price at or below, in dollars" error={problem}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                placeholder="not asked"
                className="figures"
                value={form.below}
                onChange={(event) => setForm({ ...form, below: event.target.value })}
              />
            )}
          </Field>
          <fieldset className="grid">
            <legend className="mb-1 text-sm text-muted">And when it is</legend>
            {tick('listed', 'listed')}
            {tick('sold', 'sold')}
            {tick('offered', 'offered for')}
            {tick('silent', 'silent: its device stops reporting for three hours')}
            {tick('squeeze', 'squeezed: its network has fewer listed than are wanted')}
          </fieldset>
          <p className="text-sm text-muted">
            {keeper === 'account' ? (
              <>
                Kept with your account; you are told on{' '}
                <Link href="/watching" className="link" onClick={onClose}>
                  your alerts
                </Link>{' '}
                and by your webhooks.
              </>
            ) : (
              <>
                Kept in this browser alone, and shown on{' '}
                <Link href="/watching" className="link" onClick={onClose}>
                  what you watch
                </Link>
                . Sign in with a wallet to be told of it.
              </>
            )}
          </p>
          <div className="flex gap-2">
            <Button type="submit" variant="primary" pending={isSaving}>
              {isWatched ? 'Save' : 'Watch'}
            </Button>
            {isWatched && (
              <Button variant="quiet" onClick={() => void save(noRules)}>
                Stop watching
              </Button>
            )}
          </div>
        </form>
      )}
    </Dialog>
  )
}

/** Asks the server; without a session the browser is the keeper. */
async function read(
  positionId: number,
): Promise<{ keeper: Keeper; rules: WatchRules | undefined } | { failure: Failure }> {
  const result = await watchOf({ positionId }).catch(unreachable)
  if (result.ok) return { keeper: 'account', rules: result.value ?? undefined }
  if (result.error.details?.reason !== 'signed_out') return { failure: result.error }
  const kept = watchStore.get().get(positionId)
  return { keeper: 'browser', rules: kept }
}

async function keep(keeper: Keeper, positionId: number, rules: WatchRules): Promise<Failure | undefined> {
  if (keeper === 'account') {
    const { below, ...kinds } = rules
    const result = await setWatch({ positionId, below: below?.toString() ?? null, ...kinds }).catch(
      unreachable,
    )
    if (!result.ok) return result.error
  }
  const isKept = watchStore.set(positionId, asksNothing(rules) ? undefined : { ...rules, kept: keeper })
  return isKept || keeper === 'account'
    ? undefined
    : { name: 'StorageError', message: 'This browser does not let us keep anything.', retryable: false }
}
