import { Seaport } from '@opensea/seaport-js'
import type { OrderComponents as TheirComponents } from '@opensea/seaport-js/lib/types'
import { JsonRpcProvider, Network, Wallet } from 'ethers'
import type { Address, Hex } from 'viem'
import type { OrderComponents } from '@/lib/chain/seaport/order-components'
import { orderToJson } from '@/lib/chain/seaport/order-components'

export type SeaportJs = { seaport: Seaport; address: Address; close: () => void }

/**
 * seaport-js, the reference our own code is held to, with a wallet of ethers on a node. Closing it ends its polling.
 */
export function createSeaportJs(options: {
  privateKey: Hex
  rpcUrl: string
  chainId: number
  seaport: Address
}): SeaportJs {
  const network = Network.from(options.chainId)
  const provider = new JsonRpcProvider(options.rpcUrl, network, { staticNetwork: network, cacheTimeout: -1 })
  const wallet = new Wallet(options.privateKey, provider)
  // seaport-js is CommonJS and sees ethers' other copy of the same classes
  const signer = wallet as unknown as ConstructorParameters<typeof Seaport>[0]
  return {
    seaport: new Seaport(signer, { overrides: { contractAddress: options.seaport } }),
    address: wallet.address as Address,
    close: () => provider.destroy(),
  }
}

/** Our components in seaport-js's types: integers as decimal strings. */
export function forSeaportJs(components: OrderComponents): TheirComponents {
  const json = orderToJson(components)
  return {
    ...json,
    totalOriginalConsiderationItems: json.consideration.length,
    offer: [...json.offer],
    consideration: [...json.consideration],
  }
}
