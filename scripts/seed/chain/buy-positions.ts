import { and, eq, inArray } from 'drizzle-orm'
import { encodeFunctionData, maxUint256 } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { orderStates, orders } from '@/db/schema'
import { testDollarAbi as abi } from '@/lib/chain/abi/generated/testDollar'
import { prepareFill } from '@/lib/server/orders/prepare-fill'
import { readChainHead } from '@/lib/server/orders/read-chain-head'
import { readFunds } from '@/lib/server/orders/read-order-facts'
import { seedAccount, seedShare } from './accounts'
import { inParallel } from './in-parallel'
import type { HeldPosition } from './read-held'
import type { SeedChain } from './seed-chain-context'
import { isSold, isTraded } from './selection'
import { type SeedCall, sendAll } from './send-calls'

const BUYERS = 24
/** What one call of the test dollar's faucet gives at most: $1,000,000. */
const FAUCET = 1_000_000_000_000n

/** Demonstration buyers fill the open listings that are meant to be sold. @returns how many they filled */
export async function buyPositions(chain: SeedChain, held: readonly HeldPosition[]): Promise<number> {
  const ids = held
    .filter((position) => isSold(position.name) || isTraded(position))
    .map(({ positionId }) => positionId)
  if (ids.length === 0) return 0
  const open = await chain.db
    .select({ hash: orders.hash, price: orders.price, positionId: orders.positionId })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(and(eq(orders.kind, 'listing'), eq(orderStates.status, 'open'), inArray(orders.positionId, ids)))
    .orderBy(orders.positionId, orders.hash)
  const purchases = open.map((order) => ({
    ...order,
    buyer: seedAccount('buyer', `${1 + Math.floor(BUYERS * seedShare('buyer', order.positionId))}`),
  }))
  await fundBuyers(chain, purchases)
  const calls: SeedCall[] = []
  await inParallel(purchases, 8, async ({ hash, buyer }) => {
    const { steps } = await prepareFill(chain, { orderHash: hash, account: lower(buyer) })
    for (const { to, data } of steps) calls.push({ from: buyer, to, data })
  })
  await sendAll(chain, calls)
  return purchases.length
}

/** Gives each buyer the dollars for what they buy, and lets Seaport take them. */
async function fundBuyers(
  chain: SeedChain,
  purchases: readonly { price: bigint; buyer: PrivateKeyAccount }[],
): Promise<void> {
  const needed = new Map<PrivateKeyAccount, bigint>()
  for (const { price, buyer } of purchases) {
    const same = [...needed.keys()].find(({ address }) => address === buyer.address) ?? buyer
    needed.set(same, (needed.get(same) ?? 0n) + price)
  }
  const { blockNumber } = await readChainHead(chain)
  const { dollar, seaport } = chain.deployment
  const calls: SeedCall[] = []
  for (const [from, sum] of needed) {
    const { balance, allowance } = await readFunds(chain, lower(from), blockNumber)
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

function lower({ address }: PrivateKeyAccount): `0x${string}` {
  return address.toLowerCase() as `0x${string}`
}
