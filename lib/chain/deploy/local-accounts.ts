import { type HDAccount, mnemonicToAccount } from 'viem/accounts'

/** anvil's standard mnemonic: its accounts are funded on every local node, and worth nothing anywhere. */
export const LOCAL_MNEMONIC = 'test test test test test test test test test test test junk'

/** Accounts of the local chain that have a part to play; the others are free for tests and demonstrations. */
export const localAccounts = {
  deployer: 0,
  attester: 1,
  feeRecipient: 2,
  rewardPublisher: 8,
  valuer: 9,
} as const

/** Account `index` of the local mnemonic. */
export function localAccount(index: number): HDAccount {
  return mnemonicToAccount(LOCAL_MNEMONIC, { addressIndex: index })
}
