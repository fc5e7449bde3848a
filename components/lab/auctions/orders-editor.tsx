'use client'

import Link from 'next/link'
import { Button, Input } from '@/components/ui'
import { ValueBar } from '@/components/value-bar'
import { plainIfFigure, writeTyped } from '@/lib/core/locale/read-typed'
import type { ValueInterval } from '@/lib/market/price-figures'
import { lineAfter, type OrderLine, readCents, readUnits, type Side } from './order-lines'

export type LinkedLine = OrderLine & {
  /** the position that a live order is for, and what it is worth */
  position?: { id: number; value: ValueInterval | undefined }
}

const words: Record<Side, { title: string; add: string }> = {
  bids: { title: 'Bids', add: 'Add a bid' },
  asks: { title: 'Asks', add: 'Add an ask' },
}

/** One side of the book, a line an order: units, and the dollars a unit. */
export function OrdersEditor({
  side,
  lines,
  onChange,
}: {
  side: Side
  lines: readonly LinkedLine[]
  onChange: (lines: readonly LinkedLine[]) => void
}) {
  const { title, add } = words[side]
  const edit = (k: number, change: Partial<OrderLine>) =>
    onChange(
      lines.map((line, i) => {
        if (i !== k) return line
        const { position: _, ...typed } = { ...line, ...change }
        return typed
      }),
    )
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">{title}</legend>
      {lines.length > 0 && (
        <div className="grid grid-cols-[minmax(0,1fr)_3.5rem_6.5rem_2rem] gap-x-2 text-xs text-muted">
          <span>Order</span>
          <span className="text-right">Units</span>
          <span className="text-right">USD a unit</span>
        </div>
      )}
      <ul>
        {lines.map((line, k) => (
          <li
            key={line.id}
            className="grid grid-cols-[minmax(0,1fr)_3.5rem_6.5rem_2rem] items-center gap-x-2 border-b border-rule py-1"
          >
            <span className="min-w-0 text-sm">
              {line.position ? (
                <Link
                  href={`/positions/${line.position.id}`}
                  prefetch={false}
                  className="block truncate hover:text-signal-text"
                >
                  {line.label}
                </Link>
              ) : (
                <span className="block truncate">{line.label}</span>
              )}
              {line.position?.value && (
                <ValueBar
                  value={line.position.value}
                  price={BigInt(readCents(line.dollars) ?? 0) * 10_000n}
                />
              )}
            </span>
            <Input
              aria-label={`Units of ${line.label}`}
              inputMode="numeric"
              className="figures px-1.5 text-right"
              aria-invalid={readUnits(line.units) ? undefined : true}
              value={line.units}
              onChange={({ target }) => edit(k, { units: target.value })}
            />
            <Input
              aria-label={`Dollars a unit of ${line.label}`}
              inputMode="decimal"
              className="figures px-1.5 text-right"
              aria-invalid={readCents(line.dollars) ? undefined : true}
              value={writeTyped(line.dollars)}
              onChange={({ target }) => edit(k, { dollars: plainIfFigure(target.value) })}
            />
            <button
              type="button"
              aria-label={`Remove ${line.label}`}
              className="min-h-8 cursor-pointer text-muted hover:text-ink"
              onClick={() => onChange(lines.filter((_, i) => i !== k))}
            >
              <span aria-hidden>✕</span>
            </button>
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        className="mt-2"
        onClick={() => onChange([...lines, lineAfter(side, lines, '1', lines.at(-1)?.dollars ?? '100')])}
      >
        {add}
      </Button>
    </fieldset>
  )
}
