import Link from 'next/link'
import { LedgerTable } from '@/components/ledger/ledger-table'
import { EndedTable } from '@/components/portfolio/ended-table'
import { HeldTable } from '@/components/portfolio/held-table'
import { CopyButton, Figure, Figures, LinkButton, PageTitle, Section, Tag } from '@/components/ui'
import { ValueLegend } from '@/components/value-bar'
import { formatCount, formatUnits } from '@/lib/core/format'
import type { AddressPage } from '@/lib/market/address-page'
import { ledgerHref } from '@/lib/market/ledger-query'
import { HELD_A_PAGE, pageOfHeld } from '@/lib/market/portfolio'
import { OpenOrders } from './open-orders'
import { SalesOfAccount } from './sales-of-account'

/** What anyone holds and did, from the public record. */
export function AddressView({ page }: { page: AddressPage }) {
  const { account, portfolio, counts, orders, sales, entries, now } = page
  const { held, ended, totals } = portfolio
  const files = `/address/${account}`
  return (
    <>
      <PageTitle
        title={
          <span className="figures flex flex-wrap items-center gap-x-2 text-xl break-all sm:text-2xl">
            {account}
            <CopyButton text={account} what="address" />
          </span>
        }
        above="Address"
        action={
          <>
            <LinkButton size="sm" href={`/operate/fleet?account=${page.account}`} prefetch={false}>
              Best networks
            </LinkButton>
            <LinkButton size="sm" href={`${files}/portfolio.csv`} prefetch={false}>
              Positions as CSV
            </LinkButton>
            <LinkButton size="sm" href={`${files}/ledger.csv`} prefetch={false}>
              Record as CSV
            </LinkButton>
          </>
        }
      >
        <Identity page={page} />
      </PageTitle>
      <div className="space-y-8">
        <Figures>
          <Figure label="Positions held" value={formatCount(held.length)} source="by the public record" />
          <Figure
            label="Worth now"
            value={totals.worth.counted === 0 ? '–' : formatUnits(totals.worth.sum)}
            source={
              totals.worth.unknown > 0
                ? `${formatCount(totals.worth.unknown)} not valued left out`
                : 'sum of expected present values'
            }
          />
          <Figure label="Registered" value={formatCount(counts.registered)} source="devices" />
          <Figure label="Bought" value={formatCount(counts.bought)} source="positions" />
          <Figure label="Sold" value={formatCount(counts.sold)} source="positions" />
        </Figures>
        <Section
          title="Positions"
          note={formatCount(held.length)}
          action={held.length > 0 && <ValueLegend />}
        >
          {held.length > 0 ? (
            <HeldTable
              caption="Positions held"
              rows={pageOfHeld(held, { sort: 'worth', direction: 'desc' }, 1).rows}
              now={now}
            />
          ) : (
            <p className="text-muted">This account holds no position.</p>
          )}
          {held.length > HELD_A_PAGE && (
            <p className="py-3 text-sm text-muted">
              The {formatCount(HELD_A_PAGE)} worth most.{' '}
              <Link href={`/portfolio?account=${account}`} className="link">
                All {formatCount(held.length)}
              </Link>
            </p>
          )}
        </Section>
        <Section title="Open orders" note="that can be filled now">
          <OpenOrders orders={orders} now={now} />
        </Section>
        {ended.length > 0 && (
          <Section title="Sold and sent away" note={formatCount(ended.length)}>
            <EndedTable rows={ended.slice(0, HELD_A_PAGE)} now={now} />
          </Section>
        )}
        <Section title="Sales" note="it was a side of, newest first">
          <SalesOfAccount sales={sales} now={now} />
        </Section>
        <Section
          title="On the record"
          note="newest first"
          action={
            entries.length > 0 && (
              <Link href={ledgerHref({ account: account.toLowerCase() })} className="link">
                All of it on the ledger
              </Link>
            )
          }
        >
          {entries.length > 0 ? (
            <LedgerTable caption="Newest entries of this account" entries={entries} now={now} />
          ) : (
            <p className="text-muted">
              Nothing on the public record names this account yet. It may hold ether or dollars; those are not
              recorded here.
            </p>
          )}
        </Section>
      </div>
    </>
  )
}

function Identity({ page: { did, isContract, operator } }: { page: AddressPage }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="figures break-all" title="Decentralised identifier of this account (did:pkh)">
        {did}
      </span>
      {isContract && <Tag title="There is code at this address">contract wallet</Tag>}
      {operator && (
        <Tag look="demonstration" title="The local chain’s account for this operator, made by the seed">
          stands for {operator}
        </Tag>
      )}
    </span>
  )
}
