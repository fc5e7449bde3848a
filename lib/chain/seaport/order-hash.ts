import { type Hex, hashStruct, hashTypedData } from 'viem'
import type { Deployment } from '@/lib/chain/deployment'
import type { OrderComponents } from './order-components'
import { orderTypedData, orderTypes } from './order-typed-data'

/** The name by which Seaport knows an order: the EIP-712 struct hash, the same as its `getOrderHash`. */
export function orderHash(components: OrderComponents): Hex {
  return hashStruct({ data: components, primaryType: 'OrderComponents', types: orderTypes })
}

/** The 32 bytes an offerer's key signs: the order hash under Seaport's domain. */
export function orderDigest(
  deployment: Pick<Deployment, 'chainId' | 'seaport'>,
  components: OrderComponents,
): Hex {
  return hashTypedData(orderTypedData(deployment, components))
}
