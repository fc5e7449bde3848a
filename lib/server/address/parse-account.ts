import { type Address, getAddress, isAddress } from 'viem'

/**
 * An address as a person writes it: all lower or all upper case, or mixed with its checksum (ERC-55).
 * @returns it in lower case, as the database has it, or why it is none
 */
export function parseAccount(text: string): { account: Address } | { problem: string } {
  const given = text.trim()
  if (!/^0x[0-9a-fA-F]{40}$/.test(given))
    return { problem: 'An address is 0x and 40 digits from 0 to 9 and a to f; this is not one.' }
  const digits = given.slice(2)
  const isMixed = digits !== digits.toLowerCase() && digits !== digits.toUpperCase()
  if (isMixed && !isAddress(given, { strict: true }))
    return { problem: 'The capital letters of this address do not fit its digits, so a digit is mistyped.' }
  return { account: given.toLowerCase() as Address }
}

/** An address with its checksum, to be shown and copied. */
export function withChecksum(account: Address): Address {
  return getAddress(account)
}
