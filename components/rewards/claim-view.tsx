import { Empty, Figure, Figures, LinkButton } from '@/components/ui'
import { formatExact, formatUnitsFull } from '@/lib/core/format'
import type { ClaimPage } from '@/lib/market/rewards/claim-page'
import { ClaimPanel } from './claim-panel'
import { NetworkRewards } from './network-rewards'

/** What an account can claim, will be able to, and has claimed; and the one step that claims it all. */
export function ClaimView({ page }: { page: ClaimPage }) {
  const { networks, claimable, accruing, claimed, account, now, head, isLocal } = page
  if (networks.length === 0)
    return (
      <Empty
        title="Nothing has accrued to this account yet"
        action={
          <>
            <LinkButton variant="primary" href="/market">
              Look at the market
            </LinkButton>
            <LinkButton href="/register">Register a device</LinkButton>
          </>
        }
      >
        A position earns for its owner from the second it is theirs. What it earned stays theirs after they
        sell it.
      </Empty>
    )
  const exact = (units: bigint) => `${formatExact(units, 6)} dollars`
  return (
    <div className="space-y-8 pb-12">
      <div className="grid gap-x-16 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <Figures className="content-start">
          <Figure
            size="lg"
            label="To claim now"
            value={formatUnitsFull(claimable)}
            exact={exact(claimable)}
            source="published on chain and not yet paid"
          />
          <Figure
            size="lg"
            label="Accruing"
            value={`≈\u00a0${formatUnitsFull(accruing)}`}
            exact={exact(accruing)}
            source="an estimate until its epoch is published"
          />
          <Figure
            size="lg"
            label="Claimed before"
            value={formatUnitsFull(claimed)}
            exact={exact(claimed)}
            source="by the events of the distributor"
          />
        </Figures>
        <ClaimPanel account={account} claimable={claimable} head={head} />
      </div>
      {isLocal && (
        <p className="max-w-prose border-l-2 border-dashed border-control py-1 pl-3 text-sm text-muted">
          Demonstration amounts: on this local chain every position is paid test dollars, worth nothing, at
          the real published figure per node of its operator or network. The devices observed nothing.
        </p>
      )}
      {networks.map((network) => (
        <NetworkRewards key={network.slug} network={network} now={now} />
      ))}
      <p className="max-w-prose text-sm text-muted">
        A sale splits a reward at the second of its block: what accrued before is the seller’s, from then on
        the buyer’s. Only final blocks are counted, so a new owner’s first reward is published some blocks
        later. Amounts are exact to the millionth of a dollar and rounded down.
      </p>
    </div>
  )
}
