import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Address } from 'viem'
import { ledger, networks, rewardClaims, rewardFiles, rewardLeaves, rewardRoots } from '@/db/schema'
import type { UsdUnits } from '@/lib/core/money'
import { accrue } from '@/lib/market/rewards/accrue'
import type { PositionReward } from '@/lib/market/rewards/position-reward'
import { rateOf } from '@/lib/market/rewards/rate'
import { tenuresBetween } from '@/lib/market/rewards/tenures'
import type { Queryable } from '../client'
import { rewardFigures, tenureChanges } from './reward-inputs'

/**
 * What an account's positions earned it, those it sold included: published and unpaid, paid, and not yet published.
 * One row a position and network, by position.
 * @param now head time; the estimate of what is not yet published reaches to it
 */
export async function rewardsOfAccount(
  db: Queryable,
  account: Address,
  now: Date,
): Promise<PositionReward[]> {
  const lower = account.toLowerCase() as Address
  const held = await db
    .selectDistinct({ id: sql<number>`${ledger.positionId}`.mapWith(Number) })
    .from(ledger)
    .where(
      and(
        inArray(ledger.kind, ['registered', 'transferred']),
        or(eq(ledger.account, lower), eq(ledger.counterparty, lower)),
      ),
    )
  const rows = await rewardsOfPositions(
    db,
    held.map(({ id }) => id),
    now,
  )
  return rows.filter((row) => row.account === lower)
}

/** What a position earned each of its owners, former ones included. One row an account and network. */
export async function rewardsOfPosition(
  db: Queryable,
  positionId: number,
  now: Date,
): Promise<PositionReward[]> {
  return rewardsOfPositions(db, [positionId], now)
}

/** The same of many positions at once. */
export async function rewardsOfPositions(
  db: Queryable,
  positionIds: readonly number[],
  now: Date,
): Promise<PositionReward[]> {
  if (positionIds.length === 0) return []
  const rows = new Map<string, PositionReward>()
  const at = (positionId: number, network: string, account: string) => {
    const key = `${positionId} ${network} ${account}`
    const blank = { published: 0n, claimed: 0n, claimable: 0n, accruing: 0n, epoch: undefined }
    const row = rows.get(key) ?? { positionId, network, account: account as Address, ...blank }
    rows.set(key, row)
    return row
  }
  const published = await publishedEpochs(db)
  for (const leaf of await leavesOf(db, positionIds)) {
    const epoch = published.get(leaf.network)?.latest
    if (epoch === undefined) continue
    const row = at(leaf.positionId, leaf.network, leaf.account)
    row.published = leaf.epoch <= epoch ? leaf.cumulative : leaf.previous
    row.epoch = epoch
  }
  for (const paid of await claimedOf(db, positionIds))
    at(paid.positionId, paid.network, paid.account).claimed = paid.sum
  for (const part of await accruing(db, positionIds, published, now))
    at(part.positionId, part.network, part.account).accruing += part.earned
  for (const row of rows.values())
    row.claimable = row.published > row.claimed ? row.published - row.claimed : 0n
  return [...rows.values()]
    .filter(({ published, claimed, accruing }) => published + claimed + accruing > 0n)
    .sort((a, b) => a.positionId - b.positionId || a.network.localeCompare(b.network))
}

/**
 * By network: the last epoch whose root is on chain, undefined while none is; and the second since which rewards
 * are not yet published.
 */
async function publishedEpochs(
  db: Queryable,
): Promise<Map<string, { latest: number | undefined; since: number }>> {
  const { rows } = await db.execute<{ network: string; latest: string | null; first: string | null }>(sql`
    select n.slug as network,
      (select f.epoch from ${rewardFiles} f where f.network = n.slug and exists (
          select from ${rewardRoots} r where r.network = f.network and r.epoch = f.epoch::numeric and r.root = f.root)
        order by f.epoch desc limit 1) as latest,
      (select f.starts_at from ${rewardFiles} f where f.network = n.slug order by f.epoch limit 1) as first
    from ${networks} n`)
  return new Map(
    rows.map(({ network, latest, first }) => [
      network,
      { latest: latest === null ? undefined : Number(latest), since: Number(latest ?? first ?? 0) },
    ]),
  )
}

function leavesOf(db: Queryable, positionIds: readonly number[]) {
  return db
    .select()
    .from(rewardLeaves)
    .where(inArray(rewardLeaves.positionId, [...positionIds]))
}

function claimedOf(db: Queryable, positionIds: readonly number[]) {
  return db
    .select({
      positionId: sql<number>`${rewardClaims.positionId}`.mapWith(Number),
      network: rewardClaims.network,
      account: rewardClaims.account,
      sum: sql<UsdUnits>`sum(${rewardClaims.amount})`.mapWith(BigInt),
    })
    .from(rewardClaims)
    .where(inArray(rewardClaims.positionId, positionIds.map(BigInt)))
    .groupBy(rewardClaims.positionId, rewardClaims.network, rewardClaims.account)
}

/** What was earned since each network's last published epoch, by the rules of the file that will be published. */
async function accruing(
  db: Queryable,
  positionIds: readonly number[],
  published: Awaited<ReturnType<typeof publishedEpochs>>,
  now: Date,
) {
  const changes = await tenureChanges(db, { positionIds })
  const figureOf = await rewardFigures(db, positionIds)
  const to = Math.floor(now.getTime() / 1000)
  const networks = new Set(changes.flatMap(({ network }) => network ?? []))
  return [...networks].flatMap((network) => {
    const tenures = tenuresBetween(changes, published.get(network)?.since ?? 0, to).filter(
      (tenure) => tenure.network === network && figureOf(tenure.positionId, network) !== undefined,
    )
    return accrue(tenures, ({ positionId }) => {
      const figure = figureOf(positionId, network)
      return figure ? rateOf(figure) : 0n
    })
  })
}
