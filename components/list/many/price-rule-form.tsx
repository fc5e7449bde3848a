'use client'

import { useState } from 'react'
import { Button, Field, Input, Select } from '@/components/ui'
import { writeTyped } from '@/lib/core/locale/read-typed'
import type { Listable } from '@/lib/market/listable'
import { type PriceRule, priceByRule, usualRule } from './price-rule'

/** Sets the price of all chosen at once; whatever it set can be changed by hand. */
export function PriceRuleForm({
  rows,
  isBusy,
  onPrices,
}: {
  /** the chosen */
  rows: readonly Listable[]
  isBusy: boolean
  onPrices: (prices: Record<number, string>) => void
}) {
  const [rule, setRule] = useState<PriceRule>(usualRule)
  const [said, setSaid] = useState('')
  const prices = rows.map((row) => [row.positionId, priceByRule(rule, row)] as const)
  const good = prices.filter((entry): entry is readonly [number, string] => entry[1] !== undefined)
  return (
    <form
      aria-label="Price by rule"
      className="grid grid-cols-2 items-end gap-x-3 gap-y-2 border-y border-rule py-3 sm:flex sm:flex-wrap"
      onSubmit={(event) => {
        event.preventDefault()
        onPrices(Object.fromEntries(good))
        const without = prices.length - good.length
        setSaid(
          without === 0
            ? `${good.length} priced.`
            : `${good.length} priced; ${without} without ${rule.kind === 'paid' ? 'a reference price' : 'a valuation'} are left as they were.`,
        )
      }}
    >
      <Field label="Price the chosen by" className="sm:w-60">
        {(control) => (
          <Select
            {...control}
            value={rule.kind}
            onChange={({ target }) =>
              setRule(
                target.value === 'fixed'
                  ? { kind: 'fixed', amount: '' }
                  : { kind: target.value === 'paid' ? 'paid' : 'percent', amount: '100' },
              )
            }
          >
            <option value="percent">percent of value</option>
            <option value="paid">percent of what others paid</option>
            <option value="fixed">one fixed price</option>
          </Select>
        )}
      </Field>
      <Field label={rule.kind === 'fixed' ? 'Dollars each' : 'Percent'} className="sm:w-32">
        {(control) => (
          <Input
            {...control}
            className="figures text-right"
            inputMode="decimal"
            placeholder={rule.kind === 'fixed' ? writeTyped('0.00') : '100'}
            value={rule.amount}
            onChange={({ target }) => setRule({ ...rule, amount: target.value })}
          />
        )}
      </Field>
      <Button type="submit" disabled={isBusy || good.length === 0} className="max-sm:col-span-2">
        {rows.length === 0 ? 'Choose positions first' : `Set ${good.length} of ${rows.length} chosen`}
      </Button>
      <p role="status" className="text-sm text-muted max-sm:col-span-2 sm:self-end sm:pb-2">
        {said}
      </p>
    </form>
  )
}
