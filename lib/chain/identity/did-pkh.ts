import { type Address, getAddress, isAddress } from 'viem'
import { InvalidInputError } from '@/lib/core/errors'

export type DidPkh = `did:pkh:eip155:${number}:${Address}`

/**
 * An account as a decentralised identifier: `did:pkh:` and its CAIP-10 account id
 * (https://github.com/w3c-ccg/did-pkh, https://chainagnostic.org/CAIPs/caip-10).
 *
 * @example
 * didPkh(31_337, '0xf39f…') // 'did:pkh:eip155:31337:0xf39F…'
 */
export function didPkh(chainId: number, account: Address): DidPkh {
  return `did:pkh:eip155:${chainId}:${getAddress(account)}`
}

/** The chain and account a `did:pkh` names. @throws InvalidInputError */
export function parseDidPkh(did: string): { chainId: number; account: Address } {
  const [, chainId, account = ''] = /^did:pkh:eip155:([1-9]\d{0,15}):(0x[0-9a-fA-F]{40})$/.exec(did) ?? []
  if (!isAddress(account)) throw new InvalidInputError(`“${did}” is not a did:pkh of an Ethereum account.`)
  return { chainId: Number(chainId), account: getAddress(account) }
}

/** A position as a CAIP-19 asset id, an asset as CAIP-22 names ERC-721 tokens. */
export function positionAsset(chainId: number, contract: Address, positionId: number): string {
  return `eip155:${chainId}/erc721:${getAddress(contract)}/${positionId}`
}
