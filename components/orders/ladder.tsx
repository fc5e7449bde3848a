import Link from 'next/link'
import { Address, Table, Td, Th, Time, Tr } from '@/components/ui'
import { Gap, ValueBar, type ValueInterval } from '@/components/value-bar'
import { formatChange, formatUnits, formatUnitsFull } from '@/lib/core/format'
import type { OrderBook, Quote } from '@/lib/market/order-book'
import { valueGap } from '@/lib/market/price-figures'
import { UnboundTag } from './unbound-tag'

/**
 * Asks above, bids below, of one position the spread between them: each price beside the value of what it is for.
 * @param valueFor the position’s value; of a network’s book it differs from line to line
 */
export function Ladder({
  book,
  valueFor,
  names,
  now,
  caption,
}: {
  book: OrderBook
  valueFor: (positionId: number) => ValueInterval | undefined
  /** positions by name, where the lines are of several */
  names?: ReadonlyMap<number, string>
  now: Date
  caption: string
}) {
  const asks = book.asks.toReversed()
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>Side</Th>
          {names && <Th>Position</Th>}
          <Th numeric>Price</Th>
          <Th className="w-2/5 max-sm:hidden">Beside its value</Th>
          <Th numeric>Against it</Th>
          <Th numeric className="max-md:hidden">
            Seller receives
          </Th>
          <Th className="max-xl:hidden">Signed by</Th>
          <Th className="max-md:hidden">Ends</Th>
        </tr>
      </thead>
      <tbody>
        {asks.map((quote) => (
          <Line
            key={quote.hash}
            side="ask"
            quote={quote}
            value={valueFor(quote.positionId)}
            names={names}
            now={now}
          />
        ))}
        {book.spread && !names && (
          <Tr className="bg-sunken text-sm text-muted">
            <td colSpan={7} className="py-1.5 text-center">
              spread <span className="figures text-ink">{formatUnits(book.spread.amount)}</span>,{' '}
              <span className="figures">{formatChange(book.spread.share).replace('+', '')}</span>
            </td>
          </Tr>
        )}
        {book.bids.map((quote) => (
          <Line
            key={quote.hash}
            side="bid"
            quote={quote}
            value={valueFor(quote.positionId)}
            names={names}
            now={now}
          />
        ))}
      </tbody>
    </Table>
  )
}

function Line({
  side,
  quote,
  value,
  names,
  now,
}: {
  side: 'ask' | 'bid'
  quote: Quote
  value: ValueInterval | undefined
  names: ReadonlyMap<number, string> | undefined
  now: Date
}) {
  return (
    <Tr data-quote={quote.hash} data-side={side}>
      <Td className="text-sm whitespace-nowrap">
        <span aria-hidden className={side === 'bid' ? 'text-gain' : 'text-signal-text'}>
          {side === 'bid' ? '◂ ' : '▸ '}
        </span>
        {side}
        {!quote.bound && <UnboundTag className="ml-1.5" />}
      </Td>
      {names && (
        <Td className="max-w-0 min-w-24 truncate lg:max-w-56 lg:min-w-40">
          <Link href={`/positions/${quote.positionId}`} prefetch={false} className="hover:text-signal-text">
            <span className="figures mr-1.5 text-sm text-muted">#{quote.positionId}</span>
            {names.get(quote.positionId)}
          </Link>
        </Td>
      )}
      <Td numeric className="font-medium">
        {formatUnits(quote.price)}
      </Td>
      <Td className="max-sm:hidden">
        {value ? (
          <ValueBar value={value} price={quote.price} />
        ) : (
          <span className="text-sm text-muted">not valued yet</span>
        )}
      </Td>
      <Td numeric>
        <Gap gap={value && valueGap(quote.price, value.value)} />
      </Td>
      <Td numeric className="max-md:hidden">
        {formatUnitsFull(quote.price - quote.fee)}
      </Td>
      <Td className="max-xl:hidden">
        <Address value={quote.offerer} copy={false} />
      </Td>
      <Td className="text-sm text-muted max-md:hidden">
        <Time at={quote.endTime} now={now} />
      </Td>
    </Tr>
  )
}
