import {
  type Address,
  type Chain,
  createWalletClient,
  type Hex,
  http,
  isAddressEqual,
  type LocalAccount,
  numberToHex,
  SwitchChainError,
  type TypedDataDefinition,
  UnauthorizedProviderError,
  UnsupportedProviderMethodError,
} from 'viem'

/** An EIP-1193 request as it comes in: the method says what the parameters are. */
export type DemoRequest = { method: string; params?: unknown }

/** The fields of `eth_sendTransaction` that the demo wallet reads; it fills in nonce, gas and fees. */
type TransactionFields = { from: Address; to?: Address; data?: Hex; value?: Hex; gas?: Hex }

/**
 * An EIP-1193 provider over a key in this browser. It answers what wallets answer (accounts, signatures,
 * transactions), sends what it signed as raw transactions, and passes reads to the node.
 *
 * @throws UnauthorizedProviderError when asked to sign for another account
 * @throws SwitchChainError when asked for another chain than its own
 */
export function createDemoProvider(account: LocalAccount, chain: Chain, url: string) {
  const client = createWalletClient({ account, chain, transport: http(url, { retryCount: 1 }) })
  let last: Promise<unknown> = Promise.resolve()

  /** One transaction after the other, so that two never take the same nonce. */
  function queued<result>(send: () => Promise<result>): Promise<result> {
    const next = last.then(send, send)
    last = next.catch(() => undefined)
    return next
  }

  function mine(address: Address) {
    if (!isAddressEqual(address, account.address))
      throw new UnauthorizedProviderError(new Error(`This wallet does not hold ${address}.`))
  }

  async function request({ method, params }: DemoRequest): Promise<unknown> {
    switch (method) {
      case 'eth_chainId':
        return numberToHex(chain.id)
      case 'eth_accounts':
      case 'eth_requestAccounts':
        return [account.address]
      case 'personal_sign': {
        const [message, signer] = params as [Hex, Address]
        mine(signer)
        return account.signMessage({ message: { raw: message } })
      }
      case 'eth_signTypedData_v4': {
        const [signer, json] = params as [Address, string]
        mine(signer)
        return account.signTypedData(JSON.parse(json) as TypedDataDefinition)
      }
      case 'eth_sendTransaction': {
        const [fields] = params as [TransactionFields]
        mine(fields.from)
        return queued(() =>
          client.sendTransaction({
            ...(fields.to && { to: fields.to }),
            ...(fields.data && { data: fields.data }),
            ...(fields.gas && { gas: BigInt(fields.gas) }),
            value: BigInt(fields.value ?? '0x0'),
          }),
        )
      }
      case 'wallet_switchEthereumChain':
      case 'wallet_addEthereumChain': {
        const [{ chainId }] = params as [{ chainId: Hex }]
        if (Number(chainId) !== chain.id)
          throw new SwitchChainError(new Error(`Demo wallets live on ${chain.name} alone.`))
        return null
      }
      default:
        if (method.startsWith('wallet_'))
          throw new UnsupportedProviderMethodError(new Error('Not a method of the demo wallet.'), { method })
        return client.request({ method, params } as Parameters<typeof client.request>[0])
    }
  }

  return { request }
}

export type DemoProvider = ReturnType<typeof createDemoProvider>
