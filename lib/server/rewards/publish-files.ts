import { createWalletClient, custom, type Hex, zeroHash } from 'viem'
import type { Database } from '@/db/client'
import { lastRewardFiles } from '@/db/queries/reward-files'
import { rewardDistributorAbi as abi } from '@/lib/chain/abi/generated/rewardDistributor'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { toShortString } from '@/lib/chain/ids'
import { RootContradictedError } from './errors'
import { fillPools } from './fill-pools'
import type { RewardPublisher } from './reward-publisher'
import { waitForPublisher } from './wait-for-publisher'

/**
 * Publishes the newest file of every network whose root the chain does not have, all in one transaction; on the local
 * chain it fills their pools first, from the faucet. What the chain is asked decides, not what we have read of it.
 * @returns the networks
 */
export async function publishFiles(db: Database, by: RewardPublisher): Promise<string[]> {
  const files = [...(await lastRewardFiles(db)).values()].filter((file) => !file.isPublished)
  const missing = []
  for (const file of files) if (!(await isOnChain(by, file))) missing.push(file)
  if (missing.length === 0) return []
  if (by.deployment.chainId === LOCAL_CHAIN_ID) await fillPools(db, by, missing)

  const { client, deployment, publisher, publicUrl } = by
  const wallet = createWalletClient({ account: publisher, chain: client.chain, transport: custom(client) })
  const hash = await wallet.writeContract({
    address: deployment.rewards,
    abi,
    functionName: 'publish',
    args: [
      missing.map(({ network, epoch, root, fileHash }) => ({
        network: toShortString(network),
        epoch: BigInt(epoch),
        root,
        fileHash,
        uri: new URL(`/api/v1/rewards/${network}/${epoch}`, publicUrl).href,
      })),
    ],
  })
  await waitForPublisher(by, hash)
  return missing.map(({ network }) => network)
}

/** @throws RootContradictedError when the chain is ahead of the file, or says something else */
async function isOnChain(
  { client, deployment }: RewardPublisher,
  { network, epoch, root }: { network: string; epoch: number; root: Hex },
): Promise<boolean> {
  const distributor = { address: deployment.rewards, abi } as const
  const slug = toShortString(network)
  const [standing, latest] = await Promise.all([
    client.readContract({ ...distributor, functionName: 'rootOf', args: [slug, BigInt(epoch)] }),
    client.readContract({ ...distributor, functionName: 'latestEpoch', args: [slug] }),
  ])
  if (standing === root) return true
  if (standing !== zeroHash || latest >= BigInt(epoch))
    throw new RootContradictedError(
      `The chain holds epoch ${latest} of ${network} already, and its root is not that of the file made here. Restore the database that made it.`,
      { details: { network, epoch, root, standing, latest: latest.toString() } },
    )
  return false
}
