import type { Address, Hex, LocalAccount, TypedDataDefinition } from 'viem'
import type { ContractWallet, WalletCall } from '@/test/contract-wallet'

/** How a kind of wallet answers; the rest of the injected wallet is the same for all. */
export type WalletBehaviour = {
  address: Address
  signMessage(raw: Hex): Promise<Hex>
  signTypedData(typed: TypedDataDefinition): Promise<Hex>
  /** what the key signs and sends so that a call is made */
  transactionFor(call: WalletCall): Promise<WalletCall>
}

/** A key of one's own. */
export function keyWallet(account: LocalAccount): WalletBehaviour {
  return {
    address: account.address,
    signMessage: (raw) => account.signMessage({ message: { raw } }),
    signTypedData: (typed) => account.signTypedData(typed),
    transactionFor: async (call) => call,
  }
}

/**
 * A contract with a key: signatures are the contract's word (ERC-1271, wrapped as EIP-6492 while it is not deployed), calls
 * go through its `execute`, and the first one deploys it.
 *
 * @param options.cannotSign refuses to sign typed data, as wallets with several owners do
 */
export function contractWallet(
  owner: LocalAccount,
  wallet: ContractWallet,
  { cannotSign = false } = {},
): WalletBehaviour {
  const word = async (signature: Hex) => ((await wallet.isDeployed()) ? signature : wallet.wrap(signature))
  return {
    address: wallet.address,
    signMessage: async (raw) => word(await owner.signMessage({ message: { raw } })),
    async signTypedData(typed) {
      if (cannotSign) throw Object.assign(new Error('This wallet does not sign typed data.'), { code: 4200 })
      return word(await owner.signTypedData(typed))
    },
    async transactionFor(call) {
      if (!(await wallet.isDeployed())) await wallet.deploy()
      return wallet.execute([call])
    },
  }
}
