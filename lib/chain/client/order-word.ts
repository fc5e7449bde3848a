import type { Address, Hex } from 'viem'
import { encodeValidate } from '@/lib/chain/seaport/calls'
import { type OrderComponentsJson, orderFromJson } from '@/lib/chain/seaport/order-components'
import { signOrder } from './sign-order'
import { isUnsupported } from './wallet-errors'
import type { WalletRuntime } from './wallet-runtime'

/** The signature of an order that its offerer has recorded on chain: none is needed. */
export const RECORDED: Hex = '0x'

/**
 * An order's signature; from a wallet that signs no typed data, undefined: it can record the order on chain instead,
 * see {@link recordCall}.
 *
 * @throws what the wallet throws; see `isRefusal`
 */
export async function signOrderIfAble(
  runtime: Pick<WalletRuntime, 'chain' | 'config'>,
  components: OrderComponentsJson,
): Promise<Hex | undefined> {
  try {
    return await signOrder(runtime, components)
  } catch (error) {
    if (isUnsupported(error)) return undefined
    throw error
  }
}

/** The transaction by which an offerer gives its word on chain (Seaport `validate`), for wallets that cannot sign. */
export function recordCall(seaport: Address, components: OrderComponentsJson) {
  return {
    to: seaport,
    data: encodeValidate([{ components: orderFromJson(components), signature: RECORDED }]),
    sentence: 'Records your order on chain, since your wallet does not sign orders. It costs only gas.',
  }
}
