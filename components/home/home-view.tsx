import Link from 'next/link'
import { MarketTable } from '@/components/market/market-table'
import { Empty, LinkButton, Section } from '@/components/ui'
import { ValueLegend } from '@/components/value-bar'
import type { HomePage } from '@/lib/market/pulse'
import { CirculationHeadline, type CirculationHeadlineView } from './circulation-headline'
import { LatestList } from './latest-list'
import { LiveRefresh } from './live-refresh'
import { NetworksPulse } from './networks-pulse'
import { Pulse } from './pulse'

/** How many networks stand on the first page. */
const NETWORKS = 10

/** What stands on the first page below its sentence. */
export function HomeView({
  page,
  gap,
}: {
  page: HomePage
  /** undefined until the worker has computed it */
  gap: CirculationHeadlineView | undefined
}) {
  const { now } = page.pulse
  const networks = page.networks
    .toSorted((a, b) => b.market.forSale - a.market.forSale || b.market.sales - a.market.sales)
    .slice(0, NETWORKS)
  return (
    <div className="space-y-8">
      <LiveRefresh />
      <section aria-label="Pulse" className="border-t border-ink pt-3">
        <Pulse pulse={page.pulse} />
      </section>
      {gap && <CirculationHeadline gap={gap} />}
      <Section
        title="Furthest below value"
        note={<ValueLegend />}
        action={
          <Link prefetch={false} href="/market" className="link">
            The whole market
          </Link>
        }
      >
        {page.cheapest.length > 0 ? (
          <MarketTable caption="For sale, furthest below value" rows={page.cheapest} now={now} />
        ) : (
          <Empty
            title="Nothing is for sale right now"
            action={<LinkButton href="/market?show=all">Show unlisted positions</LinkButton>}
          >
            A listing is shown here only while it can be filled.
          </Empty>
        )}
      </Section>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 xl:grid-cols-2">
        <Section
          title="Networks"
          action={
            <Link prefetch={false} href="/networks" className="link">
              All {page.networks.length}, with their sources
            </Link>
          }
        >
          <NetworksPulse rows={networks} />
        </Section>
        <Section
          title="Latest on record"
          action={
            <Link prefetch={false} href="/ledger" className="link">
              The whole ledger
            </Link>
          }
        >
          {page.latest.length > 0 ? (
            <LatestList entries={page.latest} now={now} />
          ) : (
            <Empty title="Nothing has happened on this chain yet" />
          )}
        </Section>
      </div>
    </div>
  )
}
