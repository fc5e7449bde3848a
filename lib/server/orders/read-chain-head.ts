import type { OrderContext } from './order-context'

export type ChainHead = {
  blockNumber: bigint
  /** Unix seconds by which windows are judged: the head's, or the clock when it is ahead */
  time: number
  /** Unix seconds of the head block itself */
  blockTime: number
}

/** The block all reads of one judgement are made at, so that they agree with one another. */
export async function readChainHead({
  client,
  now,
}: Pick<OrderContext, 'client' | 'now'>): Promise<ChainHead> {
  const block = await client.getBlock()
  const blockTime = Number(block.timestamp)
  return {
    blockNumber: block.number,
    blockTime,
    time: Math.max(blockTime, Math.floor(now().getTime() / 1000)),
  }
}
