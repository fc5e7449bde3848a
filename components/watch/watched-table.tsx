import { Money } from '@/components/portfolio/held-table'
import { NetworkName, PositionName } from '@/components/portfolio/named-position'
import { Table, Td, Th, Tr } from '@/components/ui'
import { ValueBar } from '@/components/value-bar'
import type { WatchedPosition } from '@/lib/market/operate-page'
import { LocalRules } from './local-rules'
import { ruleWords } from './rule-words'

const places = {
  row: "max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-4 max-lg:gap-y-0.5 max-lg:py-3 max-lg:[grid-template-areas:'name_price''bar_bar''rules_rules']",
  name: 'max-lg:[grid-area:name] lg:max-w-64',
  bar: 'max-lg:[grid-area:bar]',
  price: 'max-lg:[grid-area:price]',
  rules: 'max-lg:[grid-area:rules]',
}
const cell = 'max-lg:block max-lg:p-0'

/** Positions watched, what each can be had for now, and what is to be told of it. */
export function WatchedTable({
  watched,
  isLocal,
}: {
  watched: readonly WatchedPosition[]
  /** the rules are in this browser, not in the rows */
  isLocal?: boolean
}) {
  if (watched.length === 0)
    return (
      <p className="text-muted">No position is watched. Press Watch on a position’s page to be told of it.</p>
    )
  return (
    <Table caption="Positions watched" className="max-lg:block [&_tbody]:max-lg:block">
      <thead className="max-lg:hidden">
        <tr>
          <Th>Position</Th>
          <Th>Network</Th>
          <Th className="w-[22%] min-w-40">Value, P5 to P95</Th>
          <Th numeric>Price now</Th>
          <Th className="pl-8">You are told when</Th>
        </tr>
      </thead>
      <tbody>
        {watched.map((row) => (
          <Tr key={row.positionId} data-position={row.positionId} className={`hover:bg-sunken ${places.row}`}>
            <Td className={`${cell} ${places.name}`}>
              <PositionName position={row} />
            </Td>
            <Td className="max-lg:hidden">
              <NetworkName network={row.network} />
            </Td>
            <Td className={`${cell} ${places.bar}`}>
              {row.value ? (
                <ValueBar value={row.value} price={row.listing?.price} />
              ) : (
                <span className="text-sm text-muted">not valued yet</span>
              )}
            </Td>
            <Td numeric className={`${cell} ${places.price}`}>
              {row.listing ? (
                <Money amount={row.listing.price} />
              ) : (
                <span className="font-sans tracking-normal text-muted">unlisted</span>
              )}
            </Td>
            <Td className={`${cell} ${places.rules} text-sm text-muted lg:pl-8`}>
              {isLocal ? (
                <LocalRules positionId={row.positionId} price={row.listing?.price} />
              ) : (
                ruleWords(row.rules).join(', ')
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
