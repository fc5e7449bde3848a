import { Empty, LinkButton, Pager, Section } from '@/components/ui'
import { ValueLegend } from '@/components/value-bar'
import { formatCount } from '@/lib/core/format'
import { HELD_A_PAGE, type Portfolio, type PortfolioOrder, pageOfHeld } from '@/lib/market/portfolio'
import { EndedTable } from './ended-table'
import { HeldTable } from './held-table'
import { PortfolioFigures } from './portfolio-figures'

/** What an account holds and held, in exact money. */
export function PortfolioView({
  portfolio,
  order,
  pageNumber,
  hrefOf,
}: {
  portfolio: Portfolio
  order: PortfolioOrder
  /** the page asked for; one beyond the end is the last */
  pageNumber: number
  /** address of this page in another order or at another place */
  hrefOf: (order: string, page?: number) => string
}) {
  const { held, ended, now } = portfolio
  if (held.length === 0 && ended.length === 0)
    return (
      <Empty
        title="This account has never held a position"
        action={
          <>
            <LinkButton variant="primary" href="/market">
              Look at the market
            </LinkButton>
            <LinkButton href="/register">Register a device</LinkButton>
          </>
        }
      >
        What is bought or registered stands here with what it cost and what it is worth, a block or two later.
      </Empty>
    )
  const { rows, number, of } = pageOfHeld(held, order, pageNumber)
  const here = `${order.sort}-${order.direction}`
  return (
    <div className="space-y-8">
      <PortfolioFigures portfolio={portfolio} />
      <Section title="Held" note={formatCount(held.length)} action={held.length > 0 && <ValueLegend />}>
        {held.length === 0 ? (
          <p className="text-muted">Everything this account held has been sold or sent away.</p>
        ) : (
          <>
            <HeldTable caption="Positions held" rows={rows} now={now} sorting={{ order, hrefOf }} />
            {of > 1 && (
              <Pager
                previous={number > 1 ? hrefOf(here, number - 1) : undefined}
                next={number < of ? hrefOf(here, number + 1) : undefined}
              >
                Page {formatCount(number)} of {formatCount(of)}
              </Pager>
            )}
          </>
        )}
      </Section>
      {ended.length > 0 && (
        <Section title="Sold and sent away" note={formatCount(ended.length)}>
          <EndedTable rows={ended.slice(0, HELD_A_PAGE)} now={now} />
          {ended.length > HELD_A_PAGE && (
            <p className="py-3 text-sm text-muted">
              The newest {formatCount(HELD_A_PAGE)}; the file has all {formatCount(ended.length)}.
            </p>
          )}
        </Section>
      )}
      <p className="max-w-prose text-sm text-muted">
        Paid and received are the amounts of the sales on the public record; what a registered device cost is
        not on it, so no gain is shown for it. Worth is the newest valuation’s mean, an estimate; the bar’s
        hollow dot is what was paid, a full one an open listing. Earned is the reward per node its network, or
        its operator, last published, for the time this account held the position.
      </p>
    </div>
  )
}
