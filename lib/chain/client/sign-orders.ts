import type { Hex } from 'viem'
import { signTypedData } from 'wagmi/actions'
import { bulkOrderTypedData, splitBulkSignature } from '@/lib/chain/seaport/bulk-order'
import { type OrderComponentsJson, orderFromJson } from '@/lib/chain/seaport/order-components'
import { signOrder } from './sign-order'
import type { WalletRuntime } from './wallet-runtime'

export type SignedJson = { components: OrderComponentsJson; signature: Hex }

/**
 * Asks the connected wallet to sign orders of its account: many by one signature where it is a key, else each by itself.
 *
 * @param onSigned told of each signature, so that those made before a refusal are not lost
 * @throws what the wallet throws; see `isRefusal`
 */
export async function signOrders(
  runtime: Pick<WalletRuntime, 'chain' | 'config'>,
  orders: readonly OrderComponentsJson[],
  { inBulk }: { inBulk: boolean },
  onSigned: (signed: SignedJson[]) => void,
): Promise<void> {
  if (!inBulk || orders.length === 1) {
    for (const components of orders)
      onSigned([{ components, signature: await signOrder(runtime, components) }])
    return
  }
  const tree = orders.map(orderFromJson)
  const signature = await signTypedData(runtime.config, bulkOrderTypedData(runtime.chain, tree))
  const split = splitBulkSignature(tree, signature)
  onSigned(
    orders.map((components, index) => ({ components, signature: split[index]?.signature ?? signature })),
  )
}
