import type { Address } from 'viem'

/** Addresses are kept in lower case; `getAddress` makes them readable at the edge. */
export function lower(address: Address): Address {
  return address.toLowerCase() as Address
}
