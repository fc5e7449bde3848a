import type { Hex } from 'viem'

/** EIP-7702: what the code of a key that has delegated begins with. */
const DELEGATED = '0xef0100'

/**
 * Whether an account is a key, delegated (EIP-7702) or not, and no contract: it signs by ECDSA, in bulk too, and pays its
 * own gas.
 */
export function hasKey(code: Hex | undefined): boolean {
  return code === undefined || code.startsWith(DELEGATED)
}
