import { type Address, isAddressEqual, type Transaction } from 'viem'
import type { ChainClient } from '@/lib/chain/public-client'

/** What the search reads of the chain. */
export type NonceReader = Pick<ChainClient, 'getTransactionCount' | 'getBlock'>

/**
 * The mined transaction of an account with a nonce: how a sped-up or cancelled one is found again after a reload.
 * The block is found by bisection on the account's transaction count, so about log₂(head − from) reads.
 *
 * @param range first block it can be in (the head when it was sent), and the head now
 * @returns undefined while the nonce is unused
 */
export async function findByNonce(
  client: NonceReader,
  { from, nonce }: { from: Address; nonce: number },
  range: { first: number; head: number },
): Promise<Transaction | undefined> {
  const usedAt = async (block: number) =>
    (await client.getTransactionCount({ address: from, blockNumber: BigInt(block) })) > nonce
  if (!(await usedAt(range.head))) return undefined

  let low = range.first
  let high = range.head
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (await usedAt(middle)) high = middle
    else low = middle + 1
  }
  const block = await client.getBlock({ blockNumber: BigInt(low), includeTransactions: true })
  return block.transactions.find((it) => it.nonce === nonce && isAddressEqual(it.from, from))
}
