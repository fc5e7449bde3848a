import type { BrowserContext } from '@playwright/test'
import {
  type Address,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  keccak256,
  type LocalAccount,
  numberToHex,
  type TypedDataDefinition,
} from 'viem'

export type InjectedWallet = {
  account: LocalAccount
  /** every request pages have made of it, in order */
  asked: { method: string; params: unknown }[]
  /** the next request of this method is refused, as a person would (EIP-1193, 4001) */
  refuseNext(method: string): void
  clearRefusals(): void
  /** from now on transactions are signed and given a hash, but no node sees them: they stay pending */
  hold(): void
  /** what was held reaches the node */
  release(): Promise<void>
  /** what was held gives way to transactions of the same nonces that do nothing, as a wallet cancels */
  cancelHeld(): Promise<void>
  /** the wallet is on another chain from now on; `wallet_switchEthereumChain` brings it back */
  moveToChain(chainId: number): Promise<void>
}

export type InjectedWalletOptions = {
  account: LocalAccount
  /** origin of Hotswap; its JSON-RPC is the wallet's node */
  origin: string
  name?: string
  rdns?: string
  chainId?: number
}

type Failure = { error: { code: number; message: string } }
type Answer = { result: unknown } | Failure

const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#3a4d8f"/><path d="M8 20V12h16v8z" fill="#fff"/></svg>',
)}`

/**
 * Puts a real wallet into every page of a browser context: an EIP-1193 provider announced by EIP-6963, whose key stays
 * in the test and signs there. What it signs is sent as raw transactions; reads go to the node.
 *
 * @example
 * const wallet = await addInjectedWallet(context, { account: privateKeyToAccount(key), origin: baseURL })
 * await page.goto('/')
 * await page.getByRole('button', { name: 'Connect wallet' }).click()
 * await page.getByRole('button', { name: 'Test wallet' }).click()
 */
export async function addInjectedWallet(
  context: BrowserContext,
  {
    account,
    origin,
    name = 'Test wallet',
    rdns = 'test.hotswap.wallet',
    chainId = 31_337,
  }: InjectedWalletOptions,
): Promise<InjectedWallet> {
  const url = new URL('/api/rpc', origin).href
  const chain = defineChain({
    id: chainId,
    name: 'Local chain',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [url] } },
  })
  const client = createWalletClient({ account, chain, transport: http(url) })
  const asked: InjectedWallet['asked'] = []
  const refused = new Set<string>()
  let isConnected = false
  let held: { raw: Hex; nonce: number }[] | undefined
  let current = chainId

  async function answer(method: string, params: unknown): Promise<unknown> {
    switch (method) {
      case 'eth_chainId':
        return numberToHex(current)
      case 'eth_accounts':
        return isConnected ? [account.address] : []
      case 'eth_requestAccounts':
        isConnected = true
        return [account.address]
      case 'wallet_requestPermissions':
        isConnected = true
        return [
          {
            parentCapability: 'eth_accounts',
            caveats: [{ type: 'restrictReturnedAccounts', value: [account.address] }],
          },
        ]
      case 'wallet_revokePermissions':
        isConnected = false
        return null
      case 'wallet_switchEthereumChain': {
        const [{ chainId: wanted }] = params as [{ chainId: Hex }]
        current = Number(wanted)
        await emit('chainChanged', wanted)
        return null
      }
      case 'personal_sign': {
        const [raw] = params as [Hex]
        return account.signMessage({ message: { raw } })
      }
      case 'eth_signTypedData_v4': {
        const [, json] = params as [Address, string]
        return account.signTypedData(JSON.parse(json) as TypedDataDefinition)
      }
      case 'eth_sendTransaction': {
        if (current !== chainId) throw new Error(`the wallet is on chain ${current}`)
        const [{ to, data, value, gas }] = params as [{ to: Address; data?: Hex; value?: Hex; gas?: Hex }]
        const request = await client.prepareTransactionRequest({
          to,
          ...(data && { data }),
          ...(gas && { gas: BigInt(gas) }),
          value: BigInt(value ?? '0x0'),
        })
        const raw = await client.signTransaction(request)
        if (!held) return client.sendRawTransaction({ serializedTransaction: raw })
        held.push({ raw, nonce: request.nonce })
        return keccak256(raw)
      }
      default:
        if (method.startsWith('wallet_'))
          return Promise.reject({ code: 4200, message: `${method} is not supported` })
        return client.request({ method, params } as Parameters<typeof client.request>[0])
    }
  }

  async function handle(method: string, params: unknown): Promise<Answer> {
    asked.push({ method, params })
    if (refused.delete(method)) return { error: { code: 4001, message: 'User rejected the request.' } }
    try {
      return { result: await answer(method, params) }
    } catch (error) {
      const { code, message } = error as { code?: number; message?: string }
      return { error: { code: typeof code === 'number' ? code : -32_603, message: message ?? 'failed' } }
    }
  }

  /** To every page that stands, since each has a provider of its own. */
  async function emit(event: string, value: unknown) {
    for (const page of context.pages())
      await page.evaluate(
        ([name, data]) => window.dispatchEvent(new CustomEvent(`test-wallet:${name}`, { detail: data })),
        [event, value] as const,
      )
  }

  await context.exposeBinding('testWalletRequest', (_source, method: string, params: unknown) =>
    handle(method, params),
  )
  await context.addInitScript(announce, { name, rdns, icon, uuid: crypto.randomUUID() })
  return {
    account,
    asked,
    refuseNext: (method) => void refused.add(method),
    clearRefusals: () => refused.clear(),
    hold: () => {
      held = []
    },
    async release() {
      for (const { raw } of held ?? []) await client.sendRawTransaction({ serializedTransaction: raw })
      held = undefined
    },
    async cancelHeld() {
      for (const { nonce } of held ?? []) await client.sendTransaction({ to: account.address, nonce })
      held = undefined
    },
    async moveToChain(id) {
      current = id
      await emit('chainChanged', numberToHex(id))
    },
  }
}

/** Runs in the page, before its own scripts. */
function announce(info: { name: string; rdns: string; icon: string; uuid: string }) {
  type Listener = (value: unknown) => void
  const listeners = new Map<string, Set<Listener>>()
  const ask = (
    window as unknown as { testWalletRequest: (method: string, params: unknown) => Promise<Answer> }
  ).testWalletRequest
  const provider = {
    async request({ method, params }: { method: string; params?: unknown }) {
      const answer = await ask(method, params ?? [])
      if ('error' in answer) throw Object.assign(new Error(answer.error.message), { code: answer.error.code })
      return answer.result
    },
    on(event: string, listener: Listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
    },
    removeListener: (event: string, listener: Listener) => void listeners.get(event)?.delete(listener),
  }
  for (const event of ['chainChanged', 'accountsChanged', 'disconnect'])
    window.addEventListener(`test-wallet:${event}`, (message) => {
      for (const listener of listeners.get(event) ?? []) listener((message as CustomEvent).detail)
    })
  const detail = Object.freeze({ info: Object.freeze(info), provider })
  const tell = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', tell)
  tell()
}
