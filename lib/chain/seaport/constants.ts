import type { Address, Hex } from 'viem'

/** Where Seaport 1.6 stands on every public chain. The local chain's stands in its deployments file. */
export const SEAPORT_ADDRESS: Address = '0x0000000000000068F116a894984e2DB1123eB395'

/** No conduit: approvals go to Seaport itself. */
export const NO_CONDUIT: Hex = `0x${'00'.repeat(32)}`

export const itemType = {
  native: 0,
  erc20: 1,
  erc721: 2,
  erc1155: 3,
  erc721WithCriteria: 4,
  erc1155WithCriteria: 5,
} as const

export const orderType = {
  fullOpen: 0,
  partialOpen: 1,
  fullRestricted: 2,
  partialRestricted: 3,
  contract: 4,
} as const

/** Seaport's own EIP-712 domain. */
export function seaportDomain(chainId: number, verifyingContract: Address) {
  return { name: 'Seaport', version: '1.6', chainId, verifyingContract } as const
}
