import Link from 'next/link'
import { LeftOut } from '@/components/reference/left-out'
import { Address, Demonstration, Table, Td, Th, Time, Tr } from '@/components/ui'
import { formatExact, formatUnits } from '@/lib/core/format'
import type { LedgerEntry } from '@/lib/market/ledger-entry'
import { entryNames, partyNames } from './entry-names'
import { Party } from './party'

/* the places of an entry's cells where it is an item of a list */
const places = {
  row: "list-row max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-4 max-lg:gap-y-0.5 max-lg:py-3 max-lg:[grid-template-areas:'kind_price''position_position''parties_parties''transaction_time']",
  kind: 'max-lg:[grid-area:kind]',
  price: 'max-lg:[grid-area:price]',
  position: 'max-lg:[grid-area:position] lg:max-w-72',
  parties: 'max-lg:[grid-area:parties]',
  time: 'max-lg:[grid-area:time] max-lg:text-right',
  transaction: 'max-lg:[grid-area:transaction]',
}
const cell = 'max-lg:block max-lg:p-0'

/** Lines of the public record: a table on wide screens, a list on narrow ones. */
export function LedgerTable({
  caption,
  entries,
  now,
}: {
  caption: string
  entries: readonly LedgerEntry[]
  now: Date
}) {
  return (
    <Table caption={caption} className="max-lg:block [&_tbody]:max-lg:block">
      <thead className="max-lg:hidden">
        <tr>
          <Th>Event</Th>
          <Th>Position</Th>
          <Th numeric>Amount</Th>
          <Th className="pl-8">Between</Th>
          <Th numeric>Block</Th>
          <Th className="pl-8">Transaction</Th>
          <Th numeric>When</Th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Entry key={keyOf(entry)} entry={entry} now={now} />
        ))}
      </tbody>
    </Table>
  )
}

function keyOf({ onChain, orderHash, kind }: LedgerEntry): string {
  return onChain ? `${onChain.block}.${onChain.logIndex}` : `${kind}.${orderHash}`
}

function Entry({ entry, now }: { entry: LedgerEntry; now: Date }) {
  const { kind, position, price, onChain } = entry
  const roles = partyNames[kind]
  return (
    <Tr className={`hover:bg-sunken ${places.row}`}>
      <Td
        className={`${cell} ${places.kind} whitespace-nowrap ${kind === 'order_filled' ? 'font-medium' : ''}`}
      >
        {entryNames[kind]}
      </Td>
      <Td className={`${cell} ${places.position}`}>
        {position ? (
          <span className="flex min-w-0 items-baseline gap-2">
            <span className="figures shrink-0 text-sm text-muted lg:w-9">#{position.id}</span>
            <Link
              href={`/positions/${position.id}`}
              prefetch={false}
              className="truncate hover:text-signal-text"
            >
              {position.name ?? `Position ${position.id}`}
            </Link>
            {position.isDemonstration && <Demonstration short />}
          </span>
        ) : (
          <span className="text-muted max-lg:hidden">–</span>
        )}
      </Td>
      <Td numeric className={`${cell} ${places.price}`}>
        {price !== undefined && (
          <span
            title={`${formatExact(price, 6)} dollars${kind === 'reward_claimed' ? '' : ', fees included'}`}
          >
            {formatUnits(price)}
          </span>
        )}
        {entry.marks.length > 0 && (
          <span className="mt-0.5 block">
            <LeftOut marks={entry.marks} />
          </span>
        )}
      </Td>
      <Td className={`${cell} ${places.parties} lg:pl-8`}>
        <span className="flex flex-wrap gap-x-4">
          <Party address={entry.account} role={roles.account} />
          <Party address={entry.counterparty} role={roles.counterparty} />
        </span>
      </Td>
      <Td numeric className="max-lg:hidden">
        {onChain?.block ?? ''}
      </Td>
      <Td className={`${cell} ${places.transaction} lg:pl-8`}>
        {onChain ? (
          <Address
            value={onChain.transaction}
            href={`/tx/${onChain.transaction}`}
            what="transaction"
            copy={false}
          />
        ) : (
          <span className="text-sm text-muted" title={`order ${entry.orderHash}`}>
            signed, no transaction
          </span>
        )}
      </Td>
      <Td className={`${cell} ${places.time} text-right text-sm text-muted`}>
        <Time at={entry.time} now={now} />
      </Td>
    </Tr>
  )
}
