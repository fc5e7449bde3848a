import Link from 'next/link'
import { SalesOfAccount } from '@/components/address/sales-of-account'
import { Earned } from '@/components/portfolio/earned'
import { Empty, Figure, Figures, LinkButton, Pager, Section } from '@/components/ui'
import { WatchedTable } from '@/components/watch/watched-table'
import { formatCount, formatUnits } from '@/lib/core/format'
import { EARNING_DAYS, type OperatePage } from '@/lib/market/operate-page'
import { DevicesTable } from './devices-table'
import { EarningDays } from './earning-days'
import { EarningsByDevice } from './earnings-by-device'
import { ReceivedOffers } from './received-offers'
import { SilentNote } from './silent-note'

/** What an account runs: devices and their health, what they earned, and what others want of them. */
export function OperateView({ page, hrefOf }: { page: OperatePage; hrefOf: (page: number) => string }) {
  const { devices, counts, earned, days, byDevice, offers, sales, watched, now } = page
  const { total, number, of } = page.page
  if (total === 0 && sales.length === 0)
    return (
      <div className="space-y-8">
        <Empty
          title="This account runs no device yet"
          action={
            <>
              <LinkButton variant="primary" href="/register">
                Register a device
              </LinkButton>
              <LinkButton href="/market">Buy a position</LinkButton>
            </>
          }
        >
          A device that proves itself, or a position that is bought, stands here with its reports and what it
          earns.
        </Empty>
        <Watched watched={watched} />
      </div>
    )
  return (
    <div className="space-y-8">
      <SilentNote count={counts.silent} />
      <Figures>
        <Figure label="Devices" value={formatCount(total)} source="owned or registered" />
        <Figure
          label="Reporting"
          value={formatCount(counts.reporting)}
          source={`${formatCount(counts.never)} never reported`}
        />
        <Figure label="Silent" value={formatCount(counts.silent)} source="no report for 3 hours" />
        <Figure
          label="Earned"
          value={<Earned amount={earned.all} />}
          source={`${formatUnits(earned.accruing)} of it accruing, an estimate`}
        />
        <Figure
          label="To claim"
          value={<Earned amount={earned.claimable} />}
          source={
            <>
              published, not yet paid ·{' '}
              <Link href={`/claim?account=${page.account}`} className="link">
                claim
              </Link>
            </>
          }
        />
      </Figures>
      <Section title="Devices" note={formatCount(total)}>
        <DevicesTable devices={devices} now={now} />
        {of > 1 && (
          <Pager
            previous={number > 1 ? hrefOf(number - 1) : undefined}
            next={number < of ? hrefOf(number + 1) : undefined}
          >
            Page {formatCount(number)} of {formatCount(of)}
          </Pager>
        )}
      </Section>
      <Section
        title="Earned by day"
        note="the reward per node its network, or its operator, last published; for the time this account held it"
      >
        <EarningDays days={days} now={now} />
      </Section>
      <Section
        title="Earned by device and day"
        note={`of the devices above; all ${EARNING_DAYS} days are in the file`}
      >
        <EarningsByDevice devices={byDevice} now={now} />
        <p className="mt-2 text-sm">
          <a href={`/address/${page.account}/earnings.csv`} className="link" download>
            Every device and day as CSV
          </a>
        </p>
      </Section>
      <Section title="Offers received" note="that can be accepted now, the best net first">
        <ReceivedOffers offers={offers} now={now} />
      </Section>
      <Section title="Sales" note="newest first">
        <SalesOfAccount sales={sales} now={now} />
      </Section>
      <Watched watched={watched} />
    </div>
  )
}

function Watched({ watched }: Pick<OperatePage, 'watched'>) {
  if (watched === undefined)
    return (
      <p className="text-sm text-muted">
        Watched prices and alerts are shown to the account itself, once it is signed in.
      </p>
    )
  return (
    <Section
      title="Prices watched"
      note={formatCount(watched.length)}
      action={
        <Link href="/watching" className="link">
          Alerts and webhooks
        </Link>
      }
    >
      <WatchedTable watched={watched} />
    </Section>
  )
}
