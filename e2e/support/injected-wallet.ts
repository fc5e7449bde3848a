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
  type SignedAuthorization,
  type TypedDataDefinition,
} from 'viem'
import type { WalletCall } from '@/test/contract-wallet'
import { answerCallsStatus, type CallsRequest, capabilities, prepareBundle } from './wallet-batches'
import { keyWallet, type WalletBehaviour } from './wallet-behaviour'

export type InjectedWallet = {
  /** the key that signs */
  account: LocalAccount
  /** who the wallet is: the key’s account, or the contract it owns */
  address: Address
  /** every request pages have made of it, in order */
  asked: { method: string; params: unknown }[]
  /** hashes of what it sent, in order */
  sent: Hex[]
  /** what it sent last reaches the node once more, as wallets do after a reorganisation */
  sendAgain(): Promise<void>
  /** the next request of this method is refused, as a person would (EIP-1193, 4001) */
  refuseNext(method: string): void
  clearRefusals(): void
  /** from now on transactions are signed and given a hash, but no node sees them: they stay pending */
  hold(): void
  /** what was held reaches the node */
  release(): Promise<void>
  /** what was held gives way to transactions of the same nonces that do nothing, as a wallet cancels */
  cancelHeld(): Promise<void>
  /** what was held reaches the node as transactions of the same nonces and calls with twice the fee, as a wallet speeds up */
  speedUpHeld(): Promise<void>
  /** from now on requests of this method wait until the returned function is called, as a person hesitates */
  hesitate(method: string): () => void
  /** the wallet is on another chain from now on; `wallet_switchEthereumChain` brings it back, after it was added if it is not known */
  moveToChain(chainId: number, options?: { knowsOurs: boolean }): Promise<void>
}

export type InjectedWalletOptions = {
  account: LocalAccount
  /** origin of Hotswap; its JSON-RPC is the wallet's node */
  origin: string
  name?: string
  rdns?: string
  chainId?: number
  /** what kind of wallet it is; the account’s own key unless told */
  behaviour?: WalletBehaviour
  /** contract its account delegates to for calls in one step (EIP-5792 through EIP-7702); cannot make them without */
  batchExecutor?: Address
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
    behaviour = keyWallet(account),
    batchExecutor,
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
  const waiting = new Map<string, Promise<void>>()
  const bundles = new Map<string, Hex>()
  const sent: Hex[] = []
  const cancelled = new Set<Hex>()
  let last: Hex | undefined
  const { address } = behaviour
  let held: { raw: Hex; nonce: number; again: () => Promise<Hex> }[] | undefined
  let current = chainId
  let knowsOurs = true

  async function answer(method: string, params: unknown): Promise<unknown> {
    switch (method) {
      case 'eth_chainId':
        return numberToHex(current)
      case 'eth_accounts':
        return isConnected ? [address] : []
      case 'eth_requestAccounts':
        isConnected = true
        return [address]
      case 'wallet_requestPermissions':
        isConnected = true
        return [
          {
            parentCapability: 'eth_accounts',
            caveats: [{ type: 'restrictReturnedAccounts', value: [address] }],
          },
        ]
      case 'wallet_revokePermissions':
        isConnected = false
        return null
      case 'wallet_addEthereumChain':
        knowsOurs = true
        current = chainId
        await emit('chainChanged', numberToHex(chainId))
        return null
      case 'wallet_switchEthereumChain': {
        const [{ chainId: wanted }] = params as [{ chainId: Hex }]
        if (!knowsOurs) throw Object.assign(new Error('Unrecognized chain ID'), { code: 4902 })
        current = Number(wanted)
        await emit('chainChanged', wanted)
        return null
      }
      case 'personal_sign': {
        const [raw] = params as [Hex]
        return behaviour.signMessage(raw)
      }
      case 'eth_signTypedData_v4': {
        const [, json] = params as [Address, string]
        return behaviour.signTypedData(JSON.parse(json) as TypedDataDefinition)
      }
      case 'eth_sendTransaction': {
        if (current !== chainId) throw new Error(`the wallet is on chain ${current}`)
        const [{ to, data, value, gas }] = params as [{ to: Address; data?: Hex; value?: Hex; gas?: Hex }]
        return send(
          await behaviour.transactionFor({
            to,
            ...(data && { data }),
            ...(gas && { gas: BigInt(gas) }),
            value: BigInt(value ?? '0x0'),
          }),
        )
      }
      case 'wallet_getCapabilities':
        return batchExecutor ? capabilities(chainId) : unsupported(method)
      case 'wallet_sendCalls': {
        if (!batchExecutor) return unsupported(method)
        const [request] = params as [CallsRequest]
        if (request.id && bundles.has(request.id))
          throw Object.assign(new Error('Duplicate ID'), { code: 5720 })
        const id = request.id ?? keccak256(numberToHex(asked.length, { size: 32 }))
        bundles.set(id, await send(await prepareBundle(client, batchExecutor, request)))
        return { id }
      }
      case 'wallet_getCallsStatus': {
        const [id] = params as [string]
        const hash = bundles.get(id)
        if (!hash) throw Object.assign(new Error('Unknown bundle id'), { code: 5730 })
        return answerCallsStatus(client, { id, hash, chainId, isCancelled: cancelled.has(hash) })
      }
      default:
        if (method.startsWith('wallet_')) return unsupported(method)
        return client.request({ method, params } as Parameters<typeof client.request>[0])
    }
  }

  /** Signs and sends, or only signs while transactions are held. */
  async function send(call: WalletCall & { authorizationList?: SignedAuthorization[] }): Promise<Hex> {
    const request = await client.prepareTransactionRequest(call)
    const raw = await client.signTransaction(request)
    last = raw
    sent.push(keccak256(raw))
    if (!held) return client.sendRawTransaction({ serializedTransaction: raw })
    const { nonce, gas, maxFeePerGas = 0n, maxPriorityFeePerGas = 0n } = request
    const dearer = { maxFeePerGas: maxFeePerGas * 2n, maxPriorityFeePerGas: maxPriorityFeePerGas * 2n }
    const again = async () =>
      client.signTransaction(await client.prepareTransactionRequest({ ...call, nonce, gas, ...dearer }))
    held.push({ raw, nonce, again })
    return keccak256(raw)
  }

  async function handle(method: string, params: unknown): Promise<Answer> {
    asked.push({ method, params })
    await waiting.get(method)
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
    address,
    asked,
    sent,
    async sendAgain() {
      if (last) await client.sendRawTransaction({ serializedTransaction: last })
    },
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
      for (const { raw, nonce } of held ?? []) {
        cancelled.add(keccak256(raw))
        await client.sendTransaction({ to: account.address, nonce })
      }
      held = undefined
    },
    async speedUpHeld() {
      for (const { again } of held ?? [])
        await client.sendRawTransaction({ serializedTransaction: await again() })
      held = undefined
    },
    hesitate(method) {
      let decide = () => {}
      waiting.set(
        method,
        new Promise((resolve) => {
          decide = resolve
        }),
      )
      return () => {
        waiting.delete(method)
        decide()
      }
    },
    async moveToChain(id, { knowsOurs: isKnown } = { knowsOurs: true }) {
      knowsOurs = isKnown
      current = id
      await emit('chainChanged', numberToHex(id))
    },
  }
}

function unsupported(method: string): Promise<never> {
  return Promise.reject({ code: 4200, message: `${method} is not supported` })
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
