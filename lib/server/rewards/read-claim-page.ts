import { desc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { headBlock } from '@/db/queries/head'
import { rewardsOfAccount, rewardsOfPosition } from '@/db/queries/rewards'
import { metadataDocuments, networks, positions, rewardRoots } from '@/db/schema'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { type ClaimNetwork, type ClaimPage, type ClaimRow, sumRewards } from '@/lib/market/rewards/claim-page'
import type { PositionReward } from '@/lib/market/rewards/position-reward'
import { context, type ServerContext } from '../context'

type Reading = Pick<ServerContext, 'db' | 'now' | 'deployment'>

/** What an account can claim, will be able to, and has claimed, by network and position. */
export async function readClaimPage(
  account: `0x${string}`,
  reading: Reading = context(),
): Promise<ClaimPage> {
  const { db, deployment } = reading
  const { now, head } = await readHead(reading)
  const rewards = await rewardsOfAccount(db, account, now)
  return {
    account,
    networks: await describe(db, rewards),
    ...sumRewards(rewards),
    now,
    head,
    isLocal: deployment.chainId === LOCAL_CHAIN_ID,
  }
}

/** What a position earned each of its owners; for its page. */
export async function readPositionRewards(positionId: number, reading: Reading = context()) {
  const { now } = await readHead(reading)
  const rewards = await rewardsOfPosition(reading.db, positionId, now)
  return {
    networks: await describe(reading.db, rewards),
    now,
    isLocal: reading.deployment.chainId === LOCAL_CHAIN_ID,
  }
}

async function readHead({ db, now }: Reading): Promise<{ now: Date; head: number }> {
  const head = await headBlock(db)
  const clock = now()
  return { now: head && head.time > clock ? head.time : clock, head: head?.number ?? 0 }
}

async function describe(db: Queryable, rewards: readonly PositionReward[]): Promise<ClaimNetwork[]> {
  if (rewards.length === 0) return []
  const slugs = [...new Set(rewards.map(({ network }) => network))]
  const ids = [...new Set(rewards.map(({ positionId }) => positionId))]
  const known = await db
    .select({
      id: positions.id,
      owner: positions.owner,
      name: sql<string | null>`${metadataDocuments.document} ->> 'name'`,
      isDemonstration: sql<boolean>`coalesce(${metadataDocuments.document} -> 'demonstration' = 'true'::jsonb, false)`,
    })
    .from(positions)
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .where(inArray(positions.id, ids))
  const byId = new Map(known.map((row) => [row.id, row]))
  const names = new Map(
    (
      await db
        .select({ slug: networks.slug, name: networks.name })
        .from(networks)
        .where(inArray(networks.slug, slugs))
    ).map(({ slug, name }) => [slug, name]),
  )
  const roots = await db
    .selectDistinctOn([rewardRoots.network])
    .from(rewardRoots)
    .where(inArray(rewardRoots.network, slugs))
    .orderBy(rewardRoots.network, desc(rewardRoots.epoch))
  const published = new Map(roots.map((root) => [root.network, root]))
  return slugs
    .map((slug) => {
      const root = published.get(slug)
      return {
        slug,
        name: names.get(slug) ?? slug,
        published: root && {
          until: new Date(Number(root.epoch) * 1000),
          file: `/api/v1/rewards/${slug}/${root.epoch}`,
        },
        rows: rewards.filter(({ network }) => network === slug).map((row) => toRow(row, byId)),
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}

function toRow(
  reward: PositionReward,
  known: ReadonlyMap<number, { owner: string; name: string | null; isDemonstration: boolean }>,
): ClaimRow {
  const position = known.get(reward.positionId)
  return {
    ...reward,
    name: position?.name ?? null,
    isHeld: position?.owner === reward.account,
    isDemonstration: position?.isDemonstration ?? false,
  }
}
