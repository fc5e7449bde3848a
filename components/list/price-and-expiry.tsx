'use client'

import type { Expiry } from '@/components/orders/expiry'
import { ExpiryField } from '@/components/orders/expiry-field'
import { Field, Input } from '@/components/ui'
import { writeTyped } from '@/lib/core/locale/read-typed'
import { type ListDraft, priceProblem } from './list-terms'

/** The price of an order, in dollars, beside when it ends. */
export function PriceAndExpiry({
  label,
  hint,
  expiryLabel,
  draft,
  onChange,
  errors,
  problem,
}: {
  label: string
  hint?: string | undefined
  expiryLabel?: string
  draft: ListDraft
  onChange: (change: { price: string } | Expiry) => void
  /** what the server refused */
  errors?: { price?: string | undefined; expiry?: string | undefined } | undefined
  /** what is wrong with a price that is written well */
  problem?: string | undefined
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_11rem] gap-3">
      <Field label={label} hint={hint} error={errors?.price ?? priceProblem(draft.price) ?? problem}>
        {(control) => (
          <Input
            {...control}
            className="figures"
            inputMode="decimal"
            placeholder={writeTyped('0.00')}
            value={draft.price}
            onChange={({ target }) => onChange({ price: target.value })}
          />
        )}
      </Field>
      <ExpiryField
        {...(expiryLabel && { label: expiryLabel })}
        value={draft}
        onChange={onChange}
        error={errors?.expiry}
      />
    </div>
  )
}
