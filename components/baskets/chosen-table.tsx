import Link from 'next/link'
import { ScaleHead } from '@/components/market/scale-head'
import { scaleOf } from '@/components/market/scale-of'
import { Table, Td, Th, Tr } from '@/components/ui'
import { ValueBar } from '@/components/value-bar'
import { formatPercent, formatShare, formatUnits, formatUsd } from '@/lib/core/format'
import { type BasketQuery, basketHref } from '@/lib/market/basket-query'
import type { ValueScale } from '@/lib/market/value-scale'
import type { BasketAnswer, BasketRow } from '@/lib/mechanism/allocation/basket-answer'
import { PositionName } from './position-name'

/* a row is a row of the table on wide screens and an item of a list on narrow ones */
const item =
  "max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-4 max-lg:py-3 max-lg:[grid-template-areas:'name_price''bar_bar''adds_leave']"
const cell = 'max-lg:block max-lg:p-0'

/** The positions of a basket: price beside value, and what each brings to it. */
export function ChosenTable({ answer }: { answer: BasketAnswer }) {
  const { query } = answer
  const rows = answer.rows.filter((row) => row.held)
  const scale = scaleOf(rows)
  return (
    <Table
      caption="Positions of the basket"
      className="max-lg:block [&_tbody]:max-lg:block [&_tfoot]:max-lg:block"
    >
      <thead className="max-lg:hidden">
        <tr>
          <Th>Position</Th>
          <Th className="w-[26%] min-w-40">
            <ScaleHead scale={scale} />
          </Th>
          <Th numeric>Price</Th>
          {!query.whole && <Th numeric>Share</Th>}
          <Th numeric>Weight</Th>
          <Th numeric>Adds to gain</Th>
          <Th numeric>Adds to tail loss</Th>
          {query.whole && (
            <Th>
              <span className="sr-only">Leave out</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ChosenRow key={row.positionId} row={row} query={query} scale={scale} />
        ))}
      </tbody>
      <Together answer={answer} />
    </Table>
  )
}

function ChosenRow({ row, query, scale }: { row: BasketRow; query: BasketQuery; scale: ValueScale }) {
  const { share = 0, weight = 0, gainUsd = 0, tailUsd = 0 } = row.held ?? {}
  return (
    <Tr className={`hover:bg-sunken ${item}`}>
      <Td className={`${cell} max-lg:[grid-area:name] lg:max-w-64`}>
        <PositionName row={row} />
      </Td>
      <Td className={`${cell} max-lg:py-1.5! max-lg:[grid-area:bar]`}>
        {row.value && <ValueBar value={row.value} price={row.listing.price} scale={scale} />}
      </Td>
      <Td numeric className={`${cell} font-medium max-lg:[grid-area:price]`}>
        {formatUnits(row.listing.price)}
      </Td>
      {!query.whole && (
        <Td numeric className="max-lg:hidden">
          {formatShare(share)}
        </Td>
      )}
      <Td numeric className={`${cell} max-lg:text-left max-lg:[grid-area:adds]`}>
        {formatShare(weight)}
        <span className="font-sans tracking-normal text-muted lg:hidden">
          {' '}
          of cost, adds <span className="figures">{formatUsd(gainUsd)}</span> to gain
        </span>
      </Td>
      <Td numeric className="max-lg:hidden">
        {formatUsd(gainUsd)}
      </Td>
      <Td numeric className="max-lg:hidden">
        {formatUsd(tailUsd)}
      </Td>
      {query.whole && (
        <Td className={`${cell} text-right text-sm max-lg:[grid-area:leave]`}>
          <Link
            href={basketHref(query, { without: [...query.without, row.positionId] })}
            scroll={false}
            prefetch={false}
            className="inline-flex min-h-6 items-center whitespace-nowrap text-muted hover:text-ink"
            aria-label={`Leave ${row.name} out`}
          >
            Leave out
          </Link>
        </Td>
      )}
    </Tr>
  )
}

function Together({ answer: { plan, query } }: { answer: BasketAnswer }) {
  return (
    <tfoot>
      <tr className="border-t border-control text-muted max-lg:flex max-lg:justify-between max-lg:py-2">
        <Td className={`${cell} text-sm`}>Together</Td>
        <Td className="text-xs max-lg:hidden">
          parts of the tail loss: in the basket’s own worst {formatPercent(5)} of scenarios
        </Td>
        <Td numeric className={`${cell} text-ink`}>
          {formatUsd(plan.costUsd)}
        </Td>
        {!query.whole && <Td className="max-lg:hidden" />}
        <Td numeric className="max-lg:hidden">
          {formatShare(1)}
        </Td>
        <Td numeric className="text-ink max-lg:hidden">
          {formatUsd(plan.gainUsd)}
        </Td>
        <Td numeric className="text-ink max-lg:hidden">
          {formatUsd(plan.cvarUsd)}
        </Td>
        {query.whole && <Td className="max-lg:hidden" />}
      </tr>
    </tfoot>
  )
}
