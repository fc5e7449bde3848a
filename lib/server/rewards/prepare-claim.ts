import { type Address, encodeFunctionData, type Hex } from 'viem'
import { z } from 'zod'
import { rewardFileText } from '@/db/queries/reward-files'
import { rewardsOfAccount } from '@/db/queries/rewards'
import { rewardDistributorAbi as abi } from '@/lib/chain/abi/generated/rewardDistributor'
import { toShortString } from '@/lib/chain/ids'
import { leavesOf, parseRewardFile } from '@/lib/chain/rewards/reward-file'
import { rewardTree } from '@/lib/chain/rewards/reward-tree'
import { formatExact } from '@/lib/core/format'
import type { UsdUnits } from '@/lib/core/money'
import type { PositionReward } from '@/lib/market/rewards/position-reward'
import type { ServerContext } from '../context'
import { addressSchema } from '../input'

export const prepareClaimInput = z.object({ account: addressSchema })

/** Claims one transaction takes: about 37,000 gas each (contracts/snapshots/rewards.json), well below the limit of a transaction (EIP-7825). */
const MOST = 200

export type PreparedClaim = {
  call: { to: Address; data: Hex; sentence: string }
  /** what it pays, base units */
  amount: UsdUnits
  claims: number
  /** claims left for a next transaction */
  left: number
}

/**
 * One transaction that pays an account everything published and unpaid, of all its positions and networks, former
 * ones included; the largest first where one transaction does not hold them. Undefined when nothing is due.
 */
export async function prepareClaim(
  { db, deployment, now }: Pick<ServerContext, 'db' | 'deployment' | 'now'>,
  { account }: z.output<typeof prepareClaimInput>,
): Promise<PreparedClaim | undefined> {
  const due = (await rewardsOfAccount(db, account, now()))
    .filter(({ claimable }) => claimable > 0n)
    .sort((a, b) => (a.claimable < b.claimable ? 1 : -1))
  const chosen = due.slice(0, MOST)
  if (chosen.length === 0) return undefined
  const proofs = await proofsFor(db, chosen)
  const amount = chosen.reduce((sum, { claimable }) => sum + claimable, 0n)
  return {
    call: {
      to: deployment.rewards,
      data: encodeFunctionData({
        abi,
        functionName: 'claim',
        args: [
          chosen.map((reward, index) => ({
            network: toShortString(reward.network),
            epoch: BigInt(reward.epoch ?? 0),
            account: reward.account,
            positionId: BigInt(reward.positionId),
            cumulative: reward.published,
            proof: proofs[index] ?? [],
          })),
        ],
      }),
      sentence: `Pays you ${formatExact(amount, 6)} dollars of rewards.`,
    },
    amount,
    claims: chosen.length,
    left: due.length - chosen.length,
  }
}

/** The proof of each reward's leaf in the file of its epoch; each file is read once. */
async function proofsFor(
  db: ServerContext['db'],
  rewards: readonly PositionReward[],
): Promise<(Hex[] | undefined)[]> {
  const files = new Map<string, Awaited<ReturnType<typeof readTree>>>()
  for (const { network, epoch } of rewards)
    if (epoch !== undefined && !files.has(network)) files.set(network, await readTree(db, network, epoch))
  return rewards.map((reward) => {
    const file = files.get(reward.network)
    const index = file?.leaves.findIndex(
      (leaf) => leaf.positionId === reward.positionId && leaf.account === reward.account,
    )
    return file && index !== undefined && index >= 0 ? file.tree.proofOf(index) : undefined
  })
}

async function readTree(db: ServerContext['db'], network: string, epoch: number) {
  const file = await rewardFileText(db, network, epoch)
  if (!file) return undefined
  const leaves = leavesOf(parseRewardFile(file.text))
  return { leaves, tree: rewardTree(network, leaves) }
}
