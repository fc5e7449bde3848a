import type { Address } from 'viem'
import { type HeldFacts, heldFacts, movesOf } from '@/db/queries/portfolio'
import { rewardsOfAccount } from '@/db/queries/rewards'
import { centsToUnits, type UsdUnits } from '@/lib/core/money'
import { type Disposal, type Holding, holdingsOf, sumKnown, unrealisedGain } from '@/lib/market/cost-basis'
import type { EndedRow, HeldRow, NamedPosition, Portfolio } from '@/lib/market/portfolio'
import type { PositionReward } from '@/lib/market/rewards/position-reward'
import { withChecksum } from '../address/parse-account'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'

export { nextOrder, parsePortfolioOrder, sortHeld } from '@/lib/market/portfolio'

/** What an account holds and held, what it paid and got, and what the holdings are worth. Any account: it is all public. */
export async function readPortfolio(
  account: Address,
  server: Pick<ServerContext, 'db' | 'now'> = context(),
): Promise<Portfolio> {
  const now = await headTime(server)
  // one snapshot, so that a block read in between cannot make a holding without its position
  const [holdings, facts, rewards] = await server.db.transaction(
    async (tx) => {
      const read = holdingsOf(await movesOf(tx, account))
      const ids = read.map(({ positionId }) => positionId)
      return [read, await heldFacts(tx, ids, now), await rewardsOfAccount(tx, account, now)] as const
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  const earned = new EarnedByPosition(rewards)
  const rows = holdings
    .toReversed()
    .map((it) => rowOf(it, facts.get(it.positionId), earned.take(it.positionId)))
  const held = rows.filter((row) => 'listing' in row)
  const ended = rows.filter((row) => 'disposed' in row)
  ended.sort((a, b) => b.disposed.at.getTime() - a.disposed.at.getTime())
  return {
    account: withChecksum(account),
    held,
    ended,
    totals: {
      cost: sumKnown(held.map(({ cost }) => cost)),
      worth: sumKnown(held.map(({ worth }) => worth)),
      unrealised: sumKnown(held.map(({ unrealised }) => unrealised)),
      proceeds: sumKnown(
        ended.filter(({ disposed }) => disposed.kind === 'sold').map(({ proceeds }) => proceeds),
      ),
      realised: sumKnown(
        ended.filter(({ disposed }) => disposed.kind === 'sold').map(({ realised }) => realised),
      ),
      earned: {
        all: rewards.reduce((sum, row) => sum + row.published + row.accruing, 0n),
        claimable: rewards.reduce((sum, row) => sum + row.claimable, 0n),
        accruing: rewards.reduce((sum, row) => sum + row.accruing, 0n),
      },
    },
    now,
  }
}

/** What each position earned the account; taken once, by the newest of its holdings. */
class EarnedByPosition {
  readonly #left = new Map<number, UsdUnits>()

  constructor(rewards: readonly PositionReward[]) {
    for (const { positionId, published, accruing } of rewards)
      this.#left.set(positionId, (this.#left.get(positionId) ?? 0n) + published + accruing)
  }

  take(positionId: number): UsdUnits {
    const earned = this.#left.get(positionId) ?? 0n
    this.#left.delete(positionId)
    return earned
  }
}

function rowOf(holding: Holding, facts: HeldFacts | undefined, earned: UsdUnits): HeldRow | EndedRow {
  const { disposed } = holding
  return disposed ? endedRow(holding, disposed, facts, earned) : heldRow(holding, facts, earned)
}

function nameOf(positionId: number, facts: HeldFacts | undefined): NamedPosition {
  return {
    positionId,
    name: facts?.name ?? `Position ${positionId}`,
    network: facts?.network,
    isDemonstration: facts?.isDemonstration ?? false,
  }
}

function heldRow(
  { positionId, acquired, cost }: Holding,
  facts: HeldFacts | undefined,
  earned: UsdUnits,
): HeldRow {
  const value = facts?.value
  const worth = value && centsToUnits(value.value)
  return {
    ...nameOf(positionId, facts),
    acquired,
    cost,
    value,
    worth,
    unrealised: unrealisedGain(cost, worth),
    earned,
    listing: facts?.listing,
  }
}

function endedRow(
  { positionId, acquired, cost, proceeds, realised }: Holding,
  disposed: Disposal,
  facts: HeldFacts | undefined,
  earned: UsdUnits,
): EndedRow {
  return { ...nameOf(positionId, facts), acquired, disposed, cost, proceeds, realised, earned }
}
