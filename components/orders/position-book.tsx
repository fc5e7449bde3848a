import type { ValueInterval } from '@/components/value-bar'
import type { OrderBook } from '@/lib/market/order-book'
import { BookFigures } from './book-figures'
import { Ladder } from './ladder'

/** Both sides of one position: what it can be bought and sold for at this moment. */
export function PositionBook({
  book,
  value,
  now,
}: {
  book: OrderBook
  value: ValueInterval | undefined
  now: Date
}) {
  if (book.asks.length + book.bids.length === 0)
    return (
      <p className="text-muted">
        Nobody has listed it and nobody has made an offer that could be accepted now. Anyone with a wallet can
        make one, in “Trade”.
      </p>
    )
  return (
    <div className="grid gap-5">
      <BookFigures book={book} />
      <Ladder book={book} valueFor={() => value} now={now} caption="Bids and asks for this position" />
    </div>
  )
}
