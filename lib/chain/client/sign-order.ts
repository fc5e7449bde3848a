import type { Hex } from 'viem'
import { signTypedData } from 'wagmi/actions'
import { type OrderComponentsJson, orderFromJson } from '@/lib/chain/seaport/order-components'
import { orderTypedData } from '@/lib/chain/seaport/order-typed-data'
import type { WalletRuntime } from './wallet-runtime'

/** Asks the connected wallet to sign a Seaport order. @throws what the wallet throws; see `isRefusal` */
export function signOrder(
  { chain, config }: Pick<WalletRuntime, 'chain' | 'config'>,
  components: OrderComponentsJson,
): Promise<Hex> {
  return signTypedData(config, orderTypedData(chain, orderFromJson(components)))
}
