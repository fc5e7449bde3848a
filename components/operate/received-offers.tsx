import Link from 'next/link'
import { Money } from '@/components/portfolio/held-table'
import { PositionName } from '@/components/portfolio/named-position'
import { Address, Table, Td, Th, Time, Tr } from '@/components/ui'
import { ValueBar } from '@/components/value-bar'
import type { ReceivedOffer } from '@/lib/market/operate-page'

const places = {
  row: "max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-4 max-lg:gap-y-0.5 max-lg:py-3 max-lg:[grid-template-areas:'name_net''bar_bar''end_see']",
  name: 'max-lg:[grid-area:name] lg:max-w-64',
  bar: 'max-lg:[grid-area:bar]',
  net: 'max-lg:[grid-area:net]',
  end: 'max-lg:[grid-area:end]',
  see: 'max-lg:[grid-area:see] text-right',
}
const cell = 'max-lg:block max-lg:p-0'

/** Offers on an account's positions, what reaches the owner first; each leads to where it can be accepted. */
export function ReceivedOffers({ offers, now }: { offers: readonly ReceivedOffer[]; now: Date }) {
  if (offers.length === 0)
    return <p className="text-muted">Nobody offers anything for these positions right now.</p>
  return (
    <Table caption="Offers received, the best net first" className="max-lg:block [&_tbody]:max-lg:block">
      <thead className="max-lg:hidden">
        <tr>
          <Th>Position</Th>
          <Th className="w-[22%] min-w-40">Value, P5 to P95</Th>
          <Th numeric>Offer</Th>
          <Th numeric>You receive</Th>
          <Th className="pl-8">From</Th>
          <Th numeric>Ends</Th>
          <Th>
            <span className="sr-only">Accept</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {offers.map((offer) => (
          <Tr key={offer.hash} data-order={offer.hash} className={`hover:bg-sunken ${places.row}`}>
            <Td className={`${cell} ${places.name}`}>
              <PositionName position={offer} />
            </Td>
            <Td className={`${cell} ${places.bar}`}>
              {offer.value ? (
                <ValueBar value={offer.value} price={offer.price} />
              ) : (
                <span className="text-sm text-muted">not valued yet</span>
              )}
            </Td>
            <Td numeric className="max-lg:hidden">
              <Money amount={offer.price} />
            </Td>
            <Td numeric className={`${cell} ${places.net} font-medium`}>
              <Money amount={offer.net} />
            </Td>
            <Td className="pl-8 max-lg:hidden">
              <Address value={offer.offerer} href={`/address/${offer.offerer}`} copy={false} />
            </Td>
            <Td className={`${cell} ${places.end} text-sm whitespace-nowrap text-muted lg:text-right`}>
              <span className="lg:hidden">ends </span>
              <Time at={offer.endTime} now={now} />
            </Td>
            <Td className={`${cell} ${places.see} text-sm`}>
              <Link
                href={`/positions/${offer.positionId}`}
                prefetch={false}
                className="link text-signal-text"
              >
                See and accept
              </Link>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
