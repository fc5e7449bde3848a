import { type Hex, keccak256, stringToBytes } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'

/** Who an account of the seed stands for. */
export type SeedRole = 'operator' | 'owner' | 'buyer' | 'sender' | 'device'

/** The words a seed key is derived from: whoever knows them has the key, so they are for the local chain alone. */
export function seedWords(role: SeedRole, name: string): string {
  return `hotswap-seed:${role}:${name}`
}

const known = new Map<string, PrivateKeyAccount>()

/** The account that stands for someone on the local chain; always the same. */
export function seedAccount(role: SeedRole, name: string): PrivateKeyAccount {
  const words = seedWords(role, name)
  const account = known.get(words) ?? privateKeyToAccount(keccak256(stringToBytes(words)))
  known.set(words, account)
  return account
}

/** The address as the database has it. */
export function lowerAddress({ address }: PrivateKeyAccount): `0x${string}` {
  return address.toLowerCase() as `0x${string}`
}

/** A number in [0, 1) that is always the same for the same words. */
export function seedShare(...words: (string | number)[]): number {
  const hash: Hex = keccak256(stringToBytes(`hotswap-seed:${words.join(':')}`))
  return Number.parseInt(hash.slice(2, 10), 16) / 2 ** 32
}
