import { type Address, getAddress } from 'viem'
import { createSiweMessage } from 'viem/siwe'

/** What a sign-in message says; all of it is ours to choose but the address. */
export type SignInTerms = {
  address: Address
  chainId: number
  /** origin people reach us at: gives domain, scheme and URI */
  publicUrl: URL
  nonce: string
  issuedAt: Date
  expiresAt: Date
}

/** The EIP-4361 message a wallet shows and signs: one text for given terms. */
export function signInMessage(terms: SignInTerms): string {
  return createSiweMessage({
    address: getAddress(terms.address),
    chainId: terms.chainId,
    domain: terms.publicUrl.host,
    uri: terms.publicUrl.origin,
    version: '1',
    statement: 'Sign in to Hotswap. This signature moves nothing and costs nothing.',
    nonce: terms.nonce,
    issuedAt: terms.issuedAt,
    expirationTime: terms.expiresAt,
  })
}
