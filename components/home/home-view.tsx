import Link from 'next/link'
import { LedgerTable } from '@/components/ledger/ledger-table'
import { MarketTable } from '@/components/market/market-table'
import { Empty, LinkButton, Section } from '@/components/ui'
import { ValueLegend } from '@/components/value-bar'
import type { HomePage } from '@/lib/market/pulse'
import { LiveRefresh } from './live-refresh'
import { Pulse } from './pulse'

/** What stands on the first page below its sentence. */
export function HomeView({ page }: { page: HomePage }) {
  return (
    <div className="space-y-8">
      <LiveRefresh seconds={12} />
      <section aria-label="Pulse" className="border-t border-ink pt-3">
        <Pulse pulse={page.pulse} />
      </section>
      <Section
        title="Furthest below value"
        note={<ValueLegend />}
        action={
          <Link href="/market" className="link">
            The whole market
          </Link>
        }
      >
        {page.cheapest.length > 0 ? (
          <MarketTable caption="For sale, furthest below value" rows={page.cheapest} now={page.pulse.now} />
        ) : (
          <Empty
            title="Nothing is for sale right now"
            action={<LinkButton href="/market?all=1">Show unlisted positions</LinkButton>}
          >
            A listing is shown here only while it can be filled.
          </Empty>
        )}
      </Section>
      <Section
        title="Latest on record"
        action={
          <Link href="/ledger" className="link">
            The whole ledger
          </Link>
        }
      >
        {page.latest.length > 0 ? (
          <LedgerTable caption="Latest events" entries={page.latest} now={page.pulse.now} />
        ) : (
          <Empty title="Nothing has happened on this chain yet" />
        )}
      </Section>
    </div>
  )
}
