import { Figure, Figures } from '@/components/ui'
import { formatChange, formatUnits } from '@/lib/core/format'
import type { OrderBook } from '@/lib/market/order-book'

/** Best of both sides, what lies between them, and how many stand on each. */
export function BookFigures({ book }: { book: OrderBook }) {
  const { bestAsk, bestBid, spread, asks, bids } = book
  return (
    <Figures>
      <Figure label="Best bid" value={bestBid ? formatUnits(bestBid.price) : '–'} />
      <Figure label="Best ask" value={bestAsk ? formatUnits(bestAsk.price) : '–'} />
      <Figure
        label="Spread"
        value={spread ? formatUnits(spread.amount) : '–'}
        unit={spread && formatChange(spread.share).replace('+', '')}
        source={
          spread
            ? spread.amount <= 0n
              ? 'crossed: either side can settle now'
              : 'of the middle'
            : 'needs both sides'
        }
      />
      <Figure
        label="Depth"
        value={`${bids.length} / ${asks.length}`}
        source="bids / asks that can be filled now"
      />
    </Figures>
  )
}
