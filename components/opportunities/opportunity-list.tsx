import Link from 'next/link'
import { basisWords, scopeWords } from '@/components/reference/paid-words'
import { Demonstration, Table, Tag, Td, Th, Time, Tr } from '@/components/ui'
import { Gap, ValueBar } from '@/components/value-bar'
import { formatCents, formatDecimal, formatShare, formatUnits } from '@/lib/core/format'
import type { Opportunity } from '@/lib/market/opportunity'
import { valueGap } from '@/lib/market/price-figures'
import { fairWords } from './fair-words'

/* the places of a row's cells where it is an item of a list; on wide screens they are cells of a table */
const cell = 'max-lg:block max-lg:p-0'
const places = {
  row: "max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-4 max-lg:gap-y-0.5 max-lg:py-3 max-lg:[grid-template-areas:'name_price''network_gap''bar_bar''fair_fair''loss_score']",
  name: 'max-lg:[grid-area:name] lg:max-w-64',
  network: 'max-lg:[grid-area:network]',
  bar: 'max-lg:[grid-area:bar] max-lg:py-1.5!',
  price: 'max-lg:[grid-area:price]',
  gap: 'max-lg:[grid-area:gap]',
  fair: 'max-lg:[grid-area:fair]',
  loss: 'max-lg:[grid-area:loss] max-lg:text-left',
  score: 'max-lg:[grid-area:score]',
}

/** Opportunities, best first: a table on wide screens, a list on narrow ones. */
export function OpportunityList({
  opportunities,
  now,
}: {
  opportunities: readonly Opportunity[]
  now: Date
}) {
  return (
    <Table
      caption="Listings below the P25 of their value, best first"
      className="max-lg:block [&_tbody]:max-lg:block"
    >
      <thead className="max-lg:hidden">
        <tr>
          <Th>Position</Th>
          <Th>Network</Th>
          <Th className="w-1/5 min-w-40">Price on its value</Th>
          <Th numeric>Price</Th>
          <Th numeric className="max-xl:hidden">
            P25
          </Th>
          <Th numeric>To value</Th>
          <Th>Fair only if</Th>
          <Th numeric>Chance of loss</Th>
          <Th numeric>Gap over risk</Th>
          <Th numeric className="max-2xl:hidden">
            Ends
          </Th>
        </tr>
      </thead>
      <tbody>
        {opportunities.map((opportunity) => (
          <Row key={opportunity.row.listing.hash} opportunity={opportunity} now={now} />
        ))}
      </tbody>
    </Table>
  )
}

function Row({ opportunity, now }: { opportunity: Opportunity; now: Date }) {
  const { row, p25, shortfall, lossChance, score } = opportunity
  const { listing, value } = row
  return (
    <Tr className={`hover:bg-sunken ${places.row}`}>
      <Td className={`${cell} ${places.name}`}>
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="figures shrink-0 text-sm text-muted">#{row.positionId}</span>
          <Link
            href={`/positions/${row.positionId}`}
            prefetch={false}
            className="truncate font-medium hover:text-signal-text"
          >
            {row.name}
          </Link>
          {row.isDemonstration && <Demonstration short />}
          {!listing.bound && <Tag look="warning">unbound</Tag>}
        </span>
      </Td>
      <Td className={`${cell} ${places.network} text-muted lg:whitespace-nowrap`}>
        <Link href={`/networks/${row.network.slug}`} prefetch={false} className="hover:text-signal-text">
          {row.network.name}
        </Link>
      </Td>
      <Td className={`${cell} ${places.bar}`}>
        <ValueBar value={value} price={listing.price} />
      </Td>
      <Td numeric className={`${cell} ${places.price} font-medium`}>
        {formatUnits(listing.price)}
        {row.paid && (
          <span
            className="block text-xs font-normal text-muted"
            title={`${basisWords(row.paid)} ${scopeWords(row.paid.scope)}`}
          >
            <span className="font-sans tracking-normal">others paid</span> {formatCents(row.paid.price)}
          </span>
        )}
      </Td>
      <Td numeric className="max-xl:hidden">
        {formatCents(p25)}
      </Td>
      <Td numeric className={`${cell} ${places.gap}`}>
        <Gap gap={valueGap(listing.price, value.value)} />
      </Td>
      <Td className={`${cell} ${places.fair} text-sm`}>
        <span className="block lg:hidden">Fair only if</span>
        {fairWords(opportunity).map(({ before, figure, after }, k) => (
          <span key={before} className="block text-muted lg:whitespace-nowrap">
            {k > 0 && 'or '}
            {before} <span className="figures text-ink">{figure}</span> {after}
          </span>
        ))}
      </Td>
      <Td numeric className={`${cell} ${places.loss}`}>
        <span
          title={`In the worst twentieth of scenarios ${formatCents(shortfall)} of the price are lost on average.`}
        >
          {formatShare(lossChance)}
        </span>
        <span className="font-sans text-sm text-muted lg:hidden"> chance of loss</span>
      </Td>
      <Td numeric className={`${cell} ${places.score} font-medium`}>
        {formatDecimal(score, 2)}
        <span className="font-sans text-sm font-normal text-muted lg:hidden"> gap over risk</span>
      </Td>
      <Td numeric className="font-sans! tracking-normal! text-muted max-2xl:hidden">
        <Time at={listing.endTime} now={now} />
      </Td>
    </Tr>
  )
}
