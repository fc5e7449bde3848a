import { encodeFunctionData, maxUint256 } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { testDollarAbi as abi } from '@/lib/chain/abi/generated/testDollar'
import { readChainHead } from '@/lib/server/orders/read-chain-head'
import { readFunds } from '@/lib/server/orders/read-order-facts'
import { lowerAddress, seedAccount } from './accounts'
import type { SeedChain } from './seed-chain-context'
import { type SeedCall, sendAll } from './send-calls'

/** Demonstration buyers there are. */
export const BUYERS = 24
/** What one call of the test dollar's faucet gives at most: $1,000,000. */
const FAUCET = 1_000_000_000_000n

/** @param number from 1 to {@link BUYERS} */
export function seedBuyer(number: number): PrivateKeyAccount {
  return seedAccount('buyer', `${number}`)
}

/** Gives each buyer the dollars for what they pay or offer together, and lets Seaport take them. */
export async function fundBuyers(
  chain: SeedChain,
  spending: readonly { price: bigint; buyer: PrivateKeyAccount }[],
): Promise<void> {
  const needed = new Map<PrivateKeyAccount, bigint>()
  for (const { price, buyer } of spending) needed.set(buyer, (needed.get(buyer) ?? 0n) + price)
  const { blockNumber } = await readChainHead(chain)
  const { dollar, seaport } = chain.deployment
  const calls: SeedCall[] = []
  for (const [from, sum] of needed) {
    const { balance, allowance } = await readFunds(chain, lowerAddress(from), blockNumber)
    for (let held = balance; held < sum; held += FAUCET)
      calls.push({
        from,
        to: dollar,
        data: encodeFunctionData({ abi, functionName: 'faucet', args: [FAUCET] }),
      })
    if (allowance < sum)
      calls.push({
        from,
        to: dollar,
        data: encodeFunctionData({ abi, functionName: 'approve', args: [seaport, maxUint256] }),
      })
  }
  await sendAll(chain, calls)
}
