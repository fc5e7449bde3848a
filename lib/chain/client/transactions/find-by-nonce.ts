import { type Address, type Hex, isAddressEqual } from 'viem'
import type { ChainClient } from '@/lib/chain/public-client'

/** What the search reads of the chain. */
export type NonceReader = Pick<ChainClient, 'getTransactionCount' | 'getBlock'>

/** What took a nonce: the mined transaction; `forgotten` where the node does not keep blocks that old. */
export type NonceTaken = { hash: Hex; to: Address | null; input: Hex } | 'forgotten'

/** Blocks read one by one where the node has dropped the states of old blocks, as most do after 128. */
const MOST_BLOCKS = 256

/**
 * The mined transaction of an account with a nonce: how a sped-up or cancelled one is found again after a reload.
 * The block is found by bisection on the account's transaction count, so about log₂(head − from) reads; where the
 * node has no states so old, by reading the blocks from the first on.
 *
 * @param range first block it can be in (the head when it was sent), and the head now
 * @returns undefined while the nonce is unused
 */
export async function findByNonce(
  client: NonceReader,
  { from, nonce }: { from: Address; nonce: number },
  range: { first: number; head: number },
): Promise<NonceTaken | undefined> {
  const usedAt = async (block: number) =>
    (await client.getTransactionCount({ address: from, blockNumber: BigInt(block) })) > nonce
  if (!(await usedAt(range.head))) return undefined

  async function inBlock(number: number): Promise<NonceTaken | undefined> {
    const block = await client.getBlock({ blockNumber: BigInt(number), includeTransactions: true })
    return block.transactions.find((it) => it.nonce === nonce && isAddressEqual(it.from, from))
  }

  let low = range.first
  let high = range.head
  try {
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (await usedAt(middle)) high = middle
      else low = middle + 1
    }
    return (await inBlock(low)) ?? 'forgotten'
  } catch (error) {
    // throws again where the node is away, and is looked at later
    if (!(await usedAt(range.head))) throw error
    for (let block = range.first; block <= Math.min(high, range.first + MOST_BLOCKS); block += 1) {
      const found = await inBlock(block)
      if (found) return found
    }
    return 'forgotten'
  }
}
