import type { Deployment } from '@/lib/chain/deployment'
import { seaportDomain } from './constants'
import type { OrderComponents } from './order-components'

const itemFields = [
  { name: 'itemType', type: 'uint8' },
  { name: 'token', type: 'address' },
  { name: 'identifierOrCriteria', type: 'uint256' },
  { name: 'startAmount', type: 'uint256' },
  { name: 'endAmount', type: 'uint256' },
] as const

/** EIP-712 types of a Seaport order. */
export const orderTypes = {
  OrderComponents: [
    { name: 'offerer', type: 'address' },
    { name: 'zone', type: 'address' },
    { name: 'offer', type: 'OfferItem[]' },
    { name: 'consideration', type: 'ConsiderationItem[]' },
    { name: 'orderType', type: 'uint8' },
    { name: 'startTime', type: 'uint256' },
    { name: 'endTime', type: 'uint256' },
    { name: 'zoneHash', type: 'bytes32' },
    { name: 'salt', type: 'uint256' },
    { name: 'conduitKey', type: 'bytes32' },
    { name: 'counter', type: 'uint256' },
  ],
  OfferItem: itemFields,
  ConsiderationItem: [...itemFields, { name: 'recipient', type: 'address' }],
} as const

/**
 * What a wallet signs to make an order: pass it to viem's or wagmi's `signTypedData`.
 *
 * @example
 * const signature = await wallet.signTypedData({ account, ...orderTypedData(deployment, components) })
 */
export function orderTypedData(
  deployment: Pick<Deployment, 'chainId' | 'seaport'>,
  components: OrderComponents,
) {
  return {
    domain: seaportDomain(deployment.chainId, deployment.seaport),
    types: orderTypes,
    primaryType: 'OrderComponents',
    message: components,
  } as const
}
