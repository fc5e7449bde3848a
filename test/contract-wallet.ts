import {
  type Address,
  createWalletClient,
  encodeFunctionData,
  type Hex,
  http,
  keccak256,
  type LocalAccount,
  serializeErc6492Signature,
  stringToHex,
} from 'viem'
import { encodeExecuteData } from 'viem/experimental/erc7821'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import type { ChainClient } from '@/lib/chain/public-client'
import { walletFactoryAbi as abi, walletCode } from './wallet-contracts'

/** A call in a wallet's name. */
export type WalletCall = { to: Address; data?: Hex; value?: bigint; gas?: bigint }

export type ContractWallet = {
  address: Address
  /** puts the wallet on chain; until then it signs as EIP-6492 */
  deploy(): Promise<void>
  isDeployed(): Promise<boolean>
  /** what its owner sends so that the wallet makes these calls, all or none */
  execute(calls: readonly WalletCall[]): { to: Address; data: Hex }
  /** signature of a text: the owner key's, wrapped as EIP-6492 when asked to */
  signMessage(message: string, options?: { asUndeployed?: boolean }): Promise<Hex>
  /** what its owner's key signed, for whom does not know the wallet yet (EIP-6492) */
  wrap(signature: Hex): Hex
}

/**
 * A contract wallet (contracts/test/wallets) on a fresh factory. Its address is known before it is deployed.
 * @param ownerOrIndex the account that owns it and pays, or its place in the local mnemonic
 */
export async function createContractWallet(
  client: ChainClient,
  ownerOrIndex: LocalAccount | number,
): Promise<ContractWallet> {
  const owner = typeof ownerOrIndex === 'number' ? localAccount(ownerOrIndex) : ownerOrIndex
  const sender = createWalletClient({
    account: owner,
    chain: client.chain,
    transport: http(client.transport.url),
  })
  const deployment = await sender.deployContract({ abi, bytecode: walletCode('SmartWalletFactory') })
  const { contractAddress: factory } = await client.waitForTransactionReceipt({ hash: deployment })
  if (!factory) throw new Error('the factory was not deployed')

  const args = [owner.address, keccak256(stringToHex('wallet'))] as const
  const address = await client.readContract({ address: factory, abi, functionName: 'addressOf', args })
  const data = encodeFunctionData({ abi, functionName: 'create', args })
  const wrap = (signature: Hex) => serializeErc6492Signature({ address: factory, data, signature })
  return {
    address,
    async deploy() {
      const hash = await sender.sendTransaction({ to: factory, data })
      await client.waitForTransactionReceipt({ hash })
    },
    isDeployed: async () => (await client.getCode({ address })) !== undefined,
    execute: (calls) => ({ to: address, data: encodeExecuteData({ calls: [...calls] }) }),
    async signMessage(message, { asUndeployed = false } = {}) {
      const signature = await owner.signMessage({ message })
      return asUndeployed ? wrap(signature) : signature
    },
    wrap,
  }
}
