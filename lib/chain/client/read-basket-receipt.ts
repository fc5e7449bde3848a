import { type Address, type Hex, parseEventLogs } from 'viem'
import type { ChainClient } from '@/lib/chain/public-client'
import { seaportAbi } from '@/lib/chain/seaport/abi'

/** What a mined purchase came to. */
export type BasketReceipt = {
  filled: { hash: Hex; positionId: number; paid: bigint }[]
  /** by the buyer, in dollar-token base units */
  paid: bigint
}

/**
 * Which listings a transaction filled for an account, and what each was paid, by Seaport's own events.
 * @throws viem's error when the node does not know the transaction
 */
export async function readBasketReceipt(
  client: ChainClient,
  hash: Hex,
  buyer: Address,
): Promise<BasketReceipt> {
  const { logs } = await client.getTransactionReceipt({ hash })
  const filled = parseEventLogs({ abi: seaportAbi, logs, eventName: 'OrderFulfilled' })
    .filter(({ args }) => args.recipient.toLowerCase() === buyer.toLowerCase())
    .map(({ args }) => ({
      hash: args.orderHash,
      positionId: Number(args.offer[0]?.identifier ?? 0n),
      paid: args.consideration.reduce((sum, { amount }) => sum + amount, 0n),
    }))
  return { filled, paid: filled.reduce((sum, { paid }) => sum + paid, 0n) }
}
