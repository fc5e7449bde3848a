import Link from 'next/link'
import { Empty, Figure, Figures, Section } from '@/components/ui'
import { formatChange, formatCount, formatUnits } from '@/lib/core/format'
import type { NetworkBookPage } from '@/lib/market/network-book-page'
import { spreadOf } from '@/lib/market/order-book'
import { Ladder } from './ladder'

/** Both sides of a network: its floor, the highest bid on one of its positions, and the lines next to them. */
export function NetworkBookSection({ page, slug }: { page: NetworkBookPage; slug: string }) {
  const { book, names, values, now } = page
  const { bestAsk, bestBid, tightest } = book
  const spread = tightest && spreadOf(tightest.ask, tightest.bid)
  return (
    <Section
      title="Bids and asks"
      note="each line is for one position; the spread is that of one"
      action={
        <Link prefetch={false} href={`/market?network=${slug}`} className="link">
          All listings
        </Link>
      }
    >
      {book.listed + book.bidOn === 0 ? (
        <Empty title="Nothing is listed, and nobody bids">
          Open any position of this network and make an offer for it.
        </Empty>
      ) : (
        <div className="grid gap-5">
          <Figures>
            <Figure
              label="Floor"
              value={bestAsk ? formatUnits(bestAsk.price) : '–'}
              source={bestAsk ? <PositionLink id={bestAsk.positionId} /> : 'nothing is listed'}
            />
            <Figure
              label="Best bid on a position"
              value={bestBid ? formatUnits(bestBid.price) : '–'}
              source={bestBid ? <PositionLink id={bestBid.positionId} /> : 'nobody bids'}
            />
            <Figure
              label="Tightest spread"
              value={spread ? formatUnits(spread.amount) : '–'}
              unit={spread && formatChange(spread.share).replace('+', '')}
              source={book.tightest ? <PositionLink id={book.tightest.positionId} /> : 'none has both sides'}
            />
            <Figure label="Positions listed" value={formatCount(book.listed)} />
            <Figure label="Positions bid on" value={formatCount(book.bidOn)} />
          </Figures>
          <Ladder
            book={book}
            valueFor={(id) => values.get(id)}
            names={names}
            now={now}
            caption="The cheapest listings and the highest bids of this network"
          />
        </div>
      )}
    </Section>
  )
}

function PositionLink({ id }: { id: number }) {
  return (
    <Link href={`/positions/${id}`} prefetch={false} className="link">
      position <span className="figures">#{id}</span>
    </Link>
  )
}
