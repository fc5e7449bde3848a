import Link from 'next/link'
import { Empty, Figure, Figures, LinkButton, PageTitle, Section, Tag } from '@/components/ui'
import { formatCount, formatMonth, formatUnits } from '@/lib/core/format'
import { formatSpan } from '@/lib/core/span'
import { derivedMonths, measures, whyUnknown } from '@/lib/market/network-history'
import type { NetworkPage } from '@/lib/market/network-row'
import { HistoryPanel } from './history-panel'
import { measureNames } from './measure-names'
import { MonthsTable } from './months-table'
import { NewestFigures } from './newest-figures'

/** One network: what the market has of it, and its public history. */
export function NetworkView({ network, log }: { network: NetworkPage; log: boolean }) {
  const { slug, name, category, token, isPhysical, market, months, sources } = network
  const known = measures.filter((measure) => whyUnknown(months, measure) === undefined)
  const unknown = measures.filter((measure) => !known.includes(measure))
  const derived = derivedMonths(months)
  return (
    <>
      <PageTitle
        title={name}
        above={
          <Link prefetch={false} href="/networks" className="link">
            Networks
          </Link>
        }
        action={
          <LinkButton href={`/market?network=${slug}`}>{formatCount(market.forSale)} for sale</LinkButton>
        }
      >
        <span className="flex flex-wrap gap-1.5">
          <Tag>{category}</Tag>
          <Tag>{isPhysical ? 'depends on place' : 'does not depend on place'}</Tag>
          <Tag>
            pays in <span className="figures ml-1">{token}</span>
          </Tag>
        </span>
      </PageTitle>
      <div className="space-y-8">
        <Section
          title="On this market"
          note="read from the chain"
          action={
            <Link prefetch={false} href={`/lab/auctions?of=${slug}`} className="link">
              Its orders in one auction
            </Link>
          }
        >
          <Figures>
            <Figure label="Positions" value={formatCount(market.positions)} source="this chain, now" />
            <Figure label="For sale" value={formatCount(market.forSale)} source="this chain, now" />
            <Figure
              label="Floor"
              value={market.floor === undefined ? '–' : formatUnits(market.floor)}
              source="cheapest listing now"
            />
            <Figure
              label="Best bid"
              value={market.bestBid === undefined ? '–' : formatUnits(market.bestBid)}
              source="highest offer now"
            />
            <Figure
              label="Volume"
              value={formatUnits(market.volume)}
              source={`${formatCount(market.sales)} ${market.sales === 1 ? 'sale' : 'sales'}, all time`}
            />
            <Figure
              label="Time to sale"
              value={market.timeToSale === undefined ? '–' : formatSpan(market.timeToSale)}
              source="median, listing to sale"
            />
          </Figures>
        </Section>
        {months.length > 0 && (
          <Section
            title="What it pays"
            note="the newest figure known of each, with its month"
            action={
              <span className="flex flex-wrap gap-x-4 gap-y-2">
                <Link prefetch={false} href={`/lab/honesty?of=${slug}`} className="link">
                  The bond that keeps its reports honest
                </Link>
                <Link prefetch={false} href={`/lab/congestion?of=${category}`} className="link">
                  Where {category} devices would go
                </Link>
              </span>
            }
          >
            <NewestFigures months={months} token={token} />
          </Section>
        )}
        <Section
          title="History"
          note="gaps are unknown, not zero"
          action={<ScaleSwitch slug={slug} log={log} />}
        >
          {months.length === 0 ? (
            <Empty title="No public figures of this network" />
          ) : (
            <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
              {known.map((measure) => (
                <HistoryPanel
                  key={measure}
                  slug={slug}
                  name={name}
                  months={months}
                  measure={measure}
                  source={sources.join('; ')}
                  log={log}
                />
              ))}
            </div>
          )}
          {derived && (
            <p className="mt-4 max-w-prose border-l-2 border-control pl-3 text-sm">
              Dollars of {derived.count === derived.of ? 'all' : derived.count} months,{' '}
              {formatMonth(derived.first)} to {formatMonth(derived.last)}, are tokens × price: the source
              leaves them blank, or repeats its tokens in their place.
            </p>
          )}
          {months.length > 0 && unknown.length > 0 && (
            <p className="mt-4 text-sm text-muted">
              Not known:{' '}
              {unknown
                .map(
                  (measure) => `${measureNames[measure].name.toLowerCase()}, ${whyUnknown(months, measure)}`,
                )
                .join('; ')}
              .
            </p>
          )}
        </Section>
        {months.length > 0 && (
          <Section
            title="Figures"
            note="the charts’ own, month by month"
            action={
              <a href={`/networks/${slug}/months.csv`} download className="link">
                CSV
              </a>
            }
          >
            <details>
              <summary className="mb-3 cursor-pointer hover:text-signal-text">Show as a table</summary>
              <MonthsTable months={months} caption={`${name}, by month`} />
            </details>
          </Section>
        )}
      </div>
    </>
  )
}

function ScaleSwitch({ slug, log }: { slug: string; log: boolean }) {
  const look = (current: boolean) => (current ? 'text-ink' : 'link text-muted')
  return (
    <span className="flex gap-3">
      <Link
        prefetch={false}
        href={`/networks/${slug}`}
        scroll={false}
        aria-current={log ? undefined : 'true'}
        className={look(!log)}
      >
        linear
      </Link>
      <Link
        prefetch={false}
        href={`/networks/${slug}?scale=log`}
        scroll={false}
        aria-current={log ? 'true' : undefined}
        className={look(log)}
      >
        logarithmic
      </Link>
    </span>
  )
}
