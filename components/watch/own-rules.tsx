'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Checkbox, ErrorNote } from '@/components/ui'
import { unreachable } from '@/components/wallet/unreachable'
import type { Failure } from '@/lib/core/errors'
import { noRules, type WatchRules } from '@/lib/market/watch'
import { setWatch } from '@/lib/server/watches/actions'

const choices = [
  ['silent', 'A device stops reporting for three hours'],
  ['offered', 'Somebody makes an offer'],
  ['sold', 'One is sold'],
  ['squeeze', 'Its network comes under a supply squeeze'],
] as const

/** What to be told of every position the account owns; each tick is kept at once. */
export function OwnRules({ rules = noRules }: { rules: WatchRules | undefined }) {
  const [current, setCurrent] = useState(rules)
  const [failure, setFailure] = useState<Failure>()
  const router = useRouter()

  async function set(change: Partial<WatchRules>) {
    const before = current
    const { below: _, ...next } = { ...current, ...change }
    setCurrent({ ...next, below: undefined })
    const result = await setWatch({ positionId: null, below: null, ...next }).catch(unreachable)
    setFailure(result.ok ? undefined : result.error)
    if (!result.ok) setCurrent(before)
    router.refresh()
  }

  return (
    <fieldset>
      <legend className="mb-1 text-sm text-muted">Tell me of all positions I own when</legend>
      <div className="flex flex-wrap gap-x-8">
        {choices.map(([rule, label]) => (
          <Checkbox
            key={rule}
            label={label}
            checked={current[rule]}
            onChange={(event) => void set({ [rule]: event.target.checked })}
          />
        ))}
      </div>
      {failure && <ErrorNote error={failure}>It is as it was before.</ErrorNote>}
    </fieldset>
  )
}
