'use client'

import Link from 'next/link'
import { memo } from 'react'
import { priceProblem } from '@/components/list/list-terms'
import { basisWords, scopeWords } from '@/components/reference/paid-words'
import { Demonstration, Input, Td, Tr } from '@/components/ui'
import { Gap, ValueBar } from '@/components/value-bar'
import { formatCents, formatUnits, formatUnitsFull } from '@/lib/core/format'
import { writeTyped } from '@/lib/core/locale/read-typed'
import type { FeeSplit } from '@/lib/market/fees'
import type { Listable } from '@/lib/market/listable'
import { valueGap } from '@/lib/market/price-figures'
import { failureOf, type RowResult } from './use-many-listings'

/* the places of a row's cells where it is an item of a list; on wide screens they are cells of a table again */
const places = {
  row: "max-lg:grid max-lg:grid-cols-[auto_minmax(0,1fr)_7.5rem] max-lg:gap-x-2 max-lg:gap-y-1 max-lg:py-3 max-lg:[grid-template-areas:'check_name_price''._bar_bar''._listed_gap''._result_result']",
  check: 'max-lg:[grid-area:check]',
  name: 'max-lg:[grid-area:name] lg:max-w-72',
  listed: 'max-lg:[grid-area:listed] max-lg:text-left!',
  bar: 'max-lg:[grid-area:bar]',
  price: 'max-lg:[grid-area:price]',
  gap: 'max-lg:[grid-area:gap]',
  result: 'max-lg:[grid-area:result]',
}
const cell = 'max-lg:block max-lg:p-0'

/** One position in the list of those to be listed: its price beside its value, what it brings, what came of it. */
export const ManyRow = memo(function ManyRow({
  row,
  isChosen,
  written,
  terms,
  result,
  isBusy,
  onPrice,
  onChoose,
}: {
  row: Listable
  isChosen: boolean
  written: string
  /** the written price with fee and net; undefined while it is none */
  terms: FeeSplit | undefined
  result: RowResult | undefined
  isBusy: boolean
  onPrice: (positionId: number, price: string) => void
  onChoose: (positionIds: readonly number[], isChosen: boolean) => void
}) {
  const { positionId, listing, value } = row
  const name = `${row.name} #${positionId}`
  const problem = priceProblem(written)
  return (
    <Tr data-position={positionId} className={`${places.row} ${isChosen ? 'bg-raised' : 'hover:bg-sunken'}`}>
      <Td className={`${cell} ${places.check} lg:w-10 lg:pl-2!`}>
        <label className="grid size-8 cursor-pointer place-items-center">
          <input
            type="checkbox"
            className="size-4 accent-signal"
            aria-label={`Choose ${name}`}
            checked={isChosen}
            disabled={isBusy}
            onChange={({ target }) => onChoose([positionId], target.checked)}
          />
        </label>
      </Td>
      <Td className={`${cell} ${places.name}`}>
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="figures shrink-0 text-sm text-muted">#{positionId}</span>
          <Link
            href={`/positions/${positionId}`}
            prefetch={false}
            className="truncate font-medium hover:text-signal-text"
          >
            {row.name}
          </Link>
          {row.isDemonstration && <Demonstration short />}
        </span>
        <span className="block truncate text-sm text-muted">
          {row.network.name}
          {row.paid && (
            <span title={`${basisWords(row.paid)} ${scopeWords(row.paid.scope)}`}>
              {' · others paid '}
              <span className="figures">{formatCents(row.paid.price)}</span>
            </span>
          )}
        </span>
      </Td>
      <Td numeric className={`${cell} ${places.listed}`}>
        {listing ? (
          <>
            <span className="font-sans tracking-normal text-muted lg:hidden">listed at </span>
            {formatUnits(listing.price)}
          </>
        ) : (
          <span className="font-sans tracking-normal text-muted">unlisted</span>
        )}
      </Td>
      <Td className={`${cell} ${places.bar}`}>
        {value ? (
          <ValueBar value={value} price={terms?.price} live={isChosen} />
        ) : (
          <span className="text-sm text-muted">not valued yet: set its price by hand</span>
        )}
      </Td>
      <Td className={`${cell} ${places.price} lg:w-36`}>
        <Input
          aria-label={`Price of ${name}, in dollars`}
          aria-invalid={problem !== undefined || undefined}
          className="figures text-right"
          inputMode="decimal"
          placeholder={writeTyped('0.00')}
          value={written}
          disabled={isBusy}
          onChange={({ target }) => onPrice(positionId, target.value)}
        />
        {problem && <span className="mt-0.5 block text-xs text-loss">✕ {problem}</span>}
      </Td>
      <Td numeric className={`${cell} ${places.gap}`}>
        <Gap gap={terms && value && valueGap(terms.price, value.value)} />
        <span className="block text-xs text-muted lg:hidden">
          {terms ? `net ${formatUnitsFull(terms.net)}` : ''}
        </span>
      </Td>
      <Td numeric className="max-lg:hidden">
        {terms ? (
          <>
            {formatUnitsFull(terms.net)}
            <span className="block text-xs text-muted">fee {formatUnitsFull(terms.fee)}</span>
          </>
        ) : (
          <span className="text-muted">–</span>
        )}
      </Td>
      <Td className={`${cell} ${places.result} text-sm lg:w-52`}>
        <Result result={result} />
      </Td>
    </Tr>
  )
})

function Result({ result }: { result: RowResult | undefined }) {
  if (!result) return null
  if (result.step === 'signed') return <span className="text-muted">signed, being sent…</span>
  if (result.step === 'listed')
    return (
      <span>
        <span aria-hidden className="mr-1 text-gain">
          ✓
        </span>
        listed
      </span>
    )
  return (
    <span>
      <span aria-hidden className="mr-1 text-loss">
        ✕
      </span>
      {failureOf(result)}
      {result.isKept && <span className="text-muted"> Its signature is kept.</span>}
    </span>
  )
}
