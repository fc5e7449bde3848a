import { type Address, BaseError, decodeFunctionResult, type Hex, RpcRequestError } from 'viem'
import { decodeRevert, explainRevert } from '@/lib/chain/errors/decode-revert'
import { seaportAbi } from '@/lib/chain/seaport/abi'
import { HotswapError } from '@/lib/core/errors'
import type { OrderContext } from '../orders/order-context'
import type { PreparedCall } from '../orders/prepared-call'

/** How a purchase would come out. */
export type Trial =
  | { outcome: 'bought' /** by listing: whether Seaport fills it or skips it */; filled: readonly boolean[] }
  | { outcome: 'undone'; error: HotswapError }
  /** the node does not tell */
  | { outcome: 'unknown' }

/**
 * Makes the calls of a purchase, exactly as they would be sent and one after another, on what the node's next block would
 * stand on: what waits to be mined counts. Nothing is sent. Several calls take a node with `eth_simulateV1`.
 *
 * @param calls the last of them `fulfillAvailableAdvancedOrders`
 * @throws viem's error where the node does not answer
 */
export async function tryPurchase(
  { client }: Pick<OrderContext, 'client'>,
  account: Address,
  calls: readonly Pick<PreparedCall, 'to' | 'data'>[],
): Promise<Trial> {
  const [first, ...more] = calls.map(({ to, data }) => ({ account, to, data }))
  if (!first) return { outcome: 'unknown' }
  try {
    if (more.length === 0) return readTrial(await client.call({ ...first, blockTag: 'pending' }))
    const [block] = await client.simulateBlocks({
      blocks: [{ calls: [first, ...more] }],
      blockTag: 'pending',
    })
    const last = block?.calls.at(-1)
    return last?.status === 'failure'
      ? { outcome: 'undone', error: decodeRevert(last.data) }
      : readTrial({ data: last?.data })
  } catch (error) {
    const explained = explainRevert(error)
    if (explained instanceof HotswapError) return { outcome: 'undone', error: explained }
    // it answered, and does not know the question
    if (error instanceof BaseError && error.walk((it) => it instanceof RpcRequestError))
      return { outcome: 'unknown' }
    throw error
  }
}

function readTrial({ data }: { data?: Hex | undefined }): Trial {
  if (!data || data === '0x') return { outcome: 'unknown' }
  const [filled] = decodeFunctionResult({
    abi: seaportAbi,
    functionName: 'fulfillAvailableAdvancedOrders',
    data,
  })
  return { outcome: 'bought', filled }
}
