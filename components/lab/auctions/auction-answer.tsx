import { formatCount, formatUsd } from '@/lib/core/format'
import type { SealedBook } from '@/lib/mechanism/auctions/sealed-book'
import { Answer, Told } from '../answer'
import { type Clearings, money, unitPrices } from './clearing-tables'

/** What the book comes to under each rule, and what a buyer and a seller make of it. */
export function AuctionAnswer({
  network,
  book,
  clearings,
  reserveUsd,
}: {
  network: string
  book: SealedBook
  clearings: Clearings
  /** Myerson's reserve at the figures below; undefined where they span nothing */
  reserveUsd: number | undefined
}) {
  const { batch, mcafee, vcg } = clearings
  const [price] = unitPrices(batch.buys)
  return (
    <Answer
      todo={
        price === undefined
          ? []
          : [
              {
                who: 'A buyer',
                what: 'bids what a unit is worth where each order pays what it costs the others, and may shade a bid at the margin of the one price: see what a lie would gain.',
              },
              {
                who: 'A seller',
                what:
                  reserveUsd === undefined ? (
                    'sells at one price what most buyers want, and by an auction of its own with a reserve.'
                  ) : (
                    <>
                      who sells one unit by an auction of its own asks at least {formatUsd(reserveUsd)},
                      believing of bidders what is set below.
                    </>
                  ),
              },
            ]
      }
    >
      {price === undefined ? (
        <NothingTrades network={network} book={book} />
      ) : (
        <>
          At one price <Told>{formatCount(batch.units)}</Told>{' '}
          {batch.units === 1 ? 'position changes' : 'positions change'} hands at <Told>{money(price)}</Told>,
          which is worth <Told>{money(batch.surplusCents)}</Told> to buyers and sellers together. McAfee’s
          double auction makes {trades(mcafee.units)} and {worth(mcafee.surplusCents, batch.surplusCents)},
          the rule of Vickrey, Clarke and Groves {trades(vcg.units)} and{' '}
          {worth(vcg.surplusCents, batch.surplusCents)}.
        </>
      )}
    </Answer>
  )
}

function NothingTrades({ network, book: { bids, asks } }: { network: string; book: SealedBook }) {
  if (asks.length === 0) return <>Nobody offers a position of {network}, so that nothing clears.</>
  if (bids.length === 0) return <>Nobody bids on a position of {network}, so that nothing clears.</>
  const highest = Math.max(...bids.map(({ limitCents }) => limitCents))
  const lowest = Math.min(...asks.map(({ limitCents }) => limitCents))
  return (
    <>
      Nothing clears: the highest bid, <Told>{money(highest)}</Told>,{' '}
      {highest < lowest ? 'is below the lowest ask' : 'is below the reserve; the lowest ask is'},{' '}
      <Told>{money(lowest)}</Told>.
    </>
  )
}

const trades = (units: number) => (units === 1 ? 'one trade' : `${formatCount(units)} trades`)

function worth(cents: number, ofBatch: number): string {
  if (Math.abs(cents - ofBatch) < 0.5) return 'the same worth'
  return `a worth of ${money(cents)}`
}
