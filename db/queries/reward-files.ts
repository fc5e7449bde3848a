import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm'
import { networks, rewardClaims, rewardFiles, rewardRoots } from '@/db/schema'
import type { Queryable } from '../client'

const onRoot = and(
  eq(rewardRoots.network, rewardFiles.network),
  eq(rewardRoots.epoch, sql`${rewardFiles.epoch}::numeric`),
  eq(rewardRoots.root, rewardFiles.root),
)

/** The newest file of every network, and whether its root is on chain. By network. */
export async function lastRewardFiles(db: Queryable) {
  const { network, epoch, root, fileHash, total } = getTableColumns(rewardFiles)
  const last = db
    .select({ network, epoch, root, fileHash, total })
    .from(rewardFiles)
    .where(eq(rewardFiles.network, networks.slug))
    .orderBy(desc(rewardFiles.epoch))
    .limit(1)
    .as('last')
  const found = await db
    .select({
      network: last.network,
      epoch: last.epoch,
      root: last.root,
      fileHash: last.fileHash,
      total: last.total,
      publishedRoot: rewardRoots.root,
    })
    .from(networks)
    .innerJoinLateral(last, sql`true`)
    .leftJoin(
      rewardRoots,
      and(
        eq(rewardRoots.network, last.network),
        eq(rewardRoots.epoch, sql`${last.epoch}::numeric`),
        eq(rewardRoots.root, last.root),
      ),
    )
  const rows = found.map(({ publishedRoot, ...file }) => ({ ...file, isPublished: publishedRoot !== null }))
  return new Map(rows.map((row) => [row.network, row]))
}

/** What was claimed of each network's rewards so far, base units. */
export async function claimedByNetwork(db: Queryable): Promise<Map<string, bigint>> {
  const rows = await db
    .select({
      network: rewardClaims.network,
      sum: sql<bigint>`sum(${rewardClaims.amount})`.mapWith(BigInt),
    })
    .from(rewardClaims)
    .groupBy(rewardClaims.network)
  return new Map(rows.map(({ network, sum }) => [network, sum]))
}

/** A network's published epochs, newest first. */
export function publishedEpochs(
  db: Queryable,
  network: string,
  { before, limit }: { before?: number | undefined; limit: number },
) {
  return db
    .select({
      network: rewardFiles.network,
      epoch: rewardFiles.epoch,
      from: rewardFiles.startsAt,
      root: rewardFiles.root,
      fileHash: rewardFiles.fileHash,
      total: rewardFiles.total,
      uri: rewardRoots.uri,
      block: rewardRoots.blockNumber,
      logIndex: rewardRoots.logIndex,
      transaction: rewardRoots.transactionHash,
      time: rewardRoots.time,
    })
    .from(rewardFiles)
    .innerJoin(rewardRoots, onRoot)
    .where(
      and(eq(rewardFiles.network, network), before === undefined ? undefined : lt(rewardFiles.epoch, before)),
    )
    .orderBy(desc(rewardFiles.epoch))
    .limit(limit)
}

/** The file of an epoch as it was made; undefined when there is none. */
export async function rewardFileText(db: Queryable, network: string, epoch: number) {
  const [row] = await db
    .select({ text: rewardFiles.text, fileHash: rewardFiles.fileHash })
    .from(rewardFiles)
    .where(and(eq(rewardFiles.network, network), eq(rewardFiles.epoch, epoch)))
  return row
}
