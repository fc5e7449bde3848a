'use client'

import { Field, Input, Select } from '@/components/ui'
import { formatMinute } from '@/lib/core/format'
import { MAX_ORDER_SECONDS } from '@/lib/market/order-rules'
import { durations, type Expiry, endOf, toControl } from './expiry'

const OWN = 'own'

/** When an order ends: a usual time from now, or a moment of one's own; either way the exact moment is said. */
export function ExpiryField({
  value,
  onChange,
  error,
  label = 'Open for',
  className,
}: {
  value: Expiry
  onChange: (expiry: Expiry) => void
  error?: string | undefined
  label?: string
  className?: string
}) {
  const now = Date.now()
  const end = endOf(value, now)
  const isOwn = value.until !== ''
  return (
    <div className={className}>
      <Field
        label={label}
        error={error ?? (end === undefined ? 'Choose a day and a time.' : undefined)}
        hint={end === undefined ? undefined : `until ${formatMinute(new Date(end * 1000))}`}
      >
        {(control) => (
          <Select
            {...control}
            value={isOwn ? OWN : value.days}
            onChange={({ target }) =>
              onChange(
                target.value === OWN
                  ? { ...value, until: toControl(now + value.days * 86_400_000) }
                  : { days: Number(target.value), until: '' },
              )
            }
          >
            {durations.map((days) => (
              <option key={days} value={days}>
                {days === 1 ? '1 day' : `${days} days`}
              </option>
            ))}
            <option value={OWN}>Exact date…</option>
          </Select>
        )}
      </Field>
      {isOwn && (
        <Field label="Ends at, UTC" className="mt-2">
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              className="figures"
              value={value.until}
              min={toControl(now)}
              max={toControl(now + MAX_ORDER_SECONDS * 1000)}
              required
              onChange={({ target }) => target.value && onChange({ ...value, until: target.value })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
