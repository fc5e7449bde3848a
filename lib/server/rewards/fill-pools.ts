import { createWalletClient, custom, type Hex, maxUint256 } from 'viem'
import type { Database } from '@/db/client'
import { claimedByNetwork } from '@/db/queries/reward-files'
import { rewardDistributorAbi } from '@/lib/chain/abi/generated/rewardDistributor'
import { testDollarAbi } from '@/lib/chain/abi/generated/testDollar'
import { toShortString } from '@/lib/chain/ids'
import type { UsdUnits } from '@/lib/core/money'
import type { RewardPublisher } from './reward-publisher'
import { waitForPublisher } from './wait-for-publisher'

/** Pools are filled this far ahead, so that few epochs need to: 1,000 test dollars. */
const AHEAD: UsdUnits = 1_000_000_000n
/** One call of the faucet. */
const FAUCET: UsdUnits = 1_000_000_000_000n

/**
 * Fills the pools that hold less than their files promise, with test dollars from the faucet. For the local chain
 * alone: elsewhere a network pays in its own money.
 */
export async function fillPools(
  db: Database,
  by: RewardPublisher,
  files: readonly { network: string; total: UsdUnits }[],
): Promise<void> {
  const { client, deployment, publisher } = by
  const claimed = await claimedByNetwork(db)
  const fundings: { network: Hex; amount: bigint }[] = []
  for (const { network, total } of files) {
    const slug = toShortString(network)
    const pool = await client.readContract({
      address: deployment.rewards,
      abi: rewardDistributorAbi,
      functionName: 'pool',
      args: [slug],
    })
    const owed = total - (claimed.get(network) ?? 0n)
    if (owed > pool) fundings.push({ network: slug, amount: owed - pool + AHEAD })
  }
  if (fundings.length === 0) return

  const wallet = createWalletClient({ account: publisher, chain: client.chain, transport: custom(client) })
  const dollar = { address: deployment.dollar, abi: testDollarAbi } as const
  const sum = fundings.reduce((total, { amount }) => total + amount, 0n)
  const held = await client.readContract({ ...dollar, functionName: 'balanceOf', args: [publisher.address] })
  for (let missing = sum - held; missing > 0n; missing -= FAUCET)
    await waitForPublisher(
      by,
      await wallet.writeContract({
        ...dollar,
        functionName: 'faucet',
        args: [missing < FAUCET ? missing : FAUCET],
      }),
    )
  const allowance = await client.readContract({
    ...dollar,
    functionName: 'allowance',
    args: [publisher.address, deployment.rewards],
  })
  if (allowance < sum)
    await waitForPublisher(
      by,
      await wallet.writeContract({
        ...dollar,
        functionName: 'approve',
        args: [deployment.rewards, maxUint256],
      }),
    )
  await waitForPublisher(
    by,
    await wallet.writeContract({
      address: deployment.rewards,
      abi: rewardDistributorAbi,
      functionName: 'fund',
      args: [fundings],
    }),
  )
}
