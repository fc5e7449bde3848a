import Link from 'next/link'
import { LedgerTable } from '@/components/ledger/ledger-table'
import { MarketTable } from '@/components/market/market-table'
import { Empty, LinkButton, Section } from '@/components/ui'
import type { LedgerEntry } from '@/lib/market/ledger-entry'
import type { MarketRow } from '@/lib/market/market-row'

/** A network's cheapest positions for sale, and its newest entries of the record. */
export function NetworkActivity({
  slug,
  name,
  positions,
  entries,
  now,
}: {
  slug: string
  name: string
  positions: readonly MarketRow[]
  entries: readonly LedgerEntry[]
  now: Date
}) {
  return (
    <div className="space-y-8 pt-8">
      <Section
        title="For sale"
        note="the cheapest first"
        action={
          <Link prefetch={false} href={`/market?network=${slug}`} className="link">
            All of {name} on the market
          </Link>
        }
      >
        {positions.length === 0 ? (
          <Empty
            title="None of its positions is for sale"
            action={<LinkButton href={`/market?network=${slug}&all=1`}>Show all its positions</LinkButton>}
          >
            Any of them can be offered for.
          </Empty>
        ) : (
          <MarketTable caption={`Positions of ${name} for sale`} rows={positions} now={now} />
        )}
      </Section>
      <Section
        title="Lately on record"
        action={
          <Link prefetch={false} href={`/ledger?network=${slug}`} className="link">
            All entries
          </Link>
        }
      >
        {entries.length === 0 ? (
          <Empty title="Nothing is on record yet" />
        ) : (
          <LedgerTable caption={`Newest entries of ${name}`} entries={entries} now={now} />
        )}
      </Section>
    </div>
  )
}
