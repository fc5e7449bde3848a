import type { Address } from 'viem'
import { type HeldFacts, heldFacts, movesOf } from '@/db/queries/portfolio'
import { centsToUnits } from '@/lib/core/money'
import { type Holding, holdingsOf, sumKnown, unrealisedGain } from '@/lib/market/cost-basis'
import type { EndedRow, HeldRow, NamedPosition, Portfolio } from '@/lib/market/portfolio'
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
  const [holdings, facts] = await server.db.transaction(
    async (tx) => {
      const read = holdingsOf(await movesOf(tx, account))
      return [
        read,
        await heldFacts(
          tx,
          read.map(({ positionId }) => positionId),
          now,
        ),
      ] as const
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  const held = holdings.filter(({ disposed }) => !disposed).map((it) => heldRow(it, facts.get(it.positionId)))
  const ended = holdings.flatMap((it) => endedRow(it, facts.get(it.positionId)) ?? [])
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
    },
    now,
  }
}

function nameOf(positionId: number, facts: HeldFacts | undefined): NamedPosition {
  return {
    positionId,
    name: facts?.name ?? `Position ${positionId}`,
    network: facts?.network,
    isDemonstration: facts?.isDemonstration ?? false,
  }
}

function heldRow({ positionId, acquired, cost }: Holding, facts: HeldFacts | undefined): HeldRow {
  const value = facts?.value
  const worth = value && centsToUnits(value.value)
  return {
    ...nameOf(positionId, facts),
    acquired,
    cost,
    value,
    worth,
    unrealised: unrealisedGain(cost, worth),
    listing: facts?.listing,
  }
}

function endedRow(holding: Holding, facts: HeldFacts | undefined): EndedRow | undefined {
  const { positionId, acquired, disposed, cost, proceeds, realised } = holding
  return disposed && { ...nameOf(positionId, facts), acquired, disposed, cost, proceeds, realised }
}
