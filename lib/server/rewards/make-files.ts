import { eq, sql } from 'drizzle-orm'
import type { Hex } from 'viem'
import type { Database, Transaction } from '@/db/client'
import { lastRewardFiles, rewardFileText } from '@/db/queries/reward-files'
import { rewardFigures, tenureChanges } from '@/db/queries/reward-inputs'
import { blocks, chainMeta, networkMonths, positions, rewardFiles, rewardLeaves } from '@/db/schema'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { leavesOf, makeRewardFile, parseRewardFile, sealRewardFile } from '@/lib/chain/rewards/reward-file'
import { insertRows } from '@/lib/indexer/store/bulk'
import { epochEndBefore } from '@/lib/market/rewards/epoch'
import { type TenureChange, tenuresBetween } from '@/lib/market/rewards/tenures'
import type { RewardPublisher } from './reward-publisher'

/** What the file of a local chain says of itself before anything else. */
export const DEMONSTRATION =
  'Demonstration: test dollars of the local chain, worth nothing, at the real published figure per node. The devices themselves observed nothing.'

/** Any number that other locks of ours do not use. */
const LOCK = 31_339

/**
 * Makes the files of the last epoch that has ended in final blocks, of every network whose file before is published.
 * An epoch that was missed is made up for by a longer one. All files of a run are written in one transaction.
 * @returns the networks
 */
export async function makeFiles(
  db: Database,
  { deployment, epochLength }: Pick<RewardPublisher, 'deployment' | 'epochLength'>,
): Promise<string[]> {
  return db.transaction(
    async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
      const block = await finalBlock(tx)
      if (!block) return []
      const epoch = epochEndBefore(block.time, epochLength)
      const last = await lastRewardFiles(tx)
      const isDue = [...last.values()].some((file) => file.isPublished && file.epoch < epoch)
      if (last.size > 0 && !isDue && !(await hasNewNetwork(tx, last))) return []
      const changes = await tenureChanges(tx, { untilBlock: block.number })
      const figureOf = await rewardFigures(tx)
      const made: string[] = []
      for (const [network, since] of firstSeconds(changes)) {
        const before = last.get(network)
        if (before && !before.isPublished) continue
        const from = before?.epoch ?? since
        if (epoch <= from) continue
        const earlier = before && (await rewardFileText(tx, network, before.epoch))
        const previous = earlier && parseRewardFile(earlier.text)
        const file = makeRewardFile({
          chainId: deployment.chainId,
          positions: deployment.positions,
          distributor: deployment.rewards,
          note: deployment.chainId === LOCAL_CHAIN_ID ? DEMONSTRATION : undefined,
          network,
          from,
          epoch,
          block,
          previous: previous
            ? { epoch: previous.epoch, root: previous.root, leaves: leavesOf(previous) }
            : null,
          tenures: tenuresBetween(changes, from, epoch).filter((tenure) => tenure.network === network),
          figureOf: (positionId) => figureOf(positionId, network),
        })
        if (!file) continue
        const { text, fileHash } = sealRewardFile(file)
        const { total } = file
        const root = file.root as Hex
        await tx
          .insert(rewardFiles)
          .values({ network, epoch, startsAt: from, root, fileHash, text, total: BigInt(total) })
        await insertRows(
          tx,
          rewardLeaves,
          leavesOf(file).map(({ positionId, account, before, cumulative }) => ({
            network,
            positionId,
            account,
            epoch,
            cumulative,
            previous: before,
          })),
          'update',
        )
        made.push(network)
      }
      return made
    },
    { isolationLevel: 'repeatable read' },
  )
}

/** Whether a position works for a network that pays by a figure and has no file yet. */
async function hasNewNetwork(tx: Transaction, files: ReadonlyMap<string, unknown>): Promise<boolean> {
  const { rows } = await tx.execute<{ network: string }>(sql`
    select distinct p.network from ${positions} p where exists (
      select from ${networkMonths} m where m.network = p.network and m.active_nodes > 0
        and published_dollars(m.reward_tokens, m.token_price_usd, m.rewards_usd) is not null)`)
  return rows.some(({ network }) => !files.has(network))
}

/** The last block that cannot be undone any more. */
async function finalBlock(tx: Transaction) {
  const [row] = await tx
    .select({ number: blocks.number, hash: blocks.hash, time: blocks.time })
    .from(chainMeta)
    .innerJoin(blocks, eq(blocks.number, chainMeta.finalizedBlock))
  return row && { ...row, time: row.time.getTime() / 1000 }
}

/** By network: the second its first position came to it. */
function firstSeconds(changes: readonly TenureChange[]): Map<string, number> {
  const first = new Map<string, number>()
  for (const { network, at } of changes)
    if (network !== undefined && !first.has(network)) first.set(network, at)
  return first
}
