import { SwitchChainError } from 'viem'
import { type Connector, createConnector } from 'wagmi'
import { demoAccount } from './demo-account'
import { createDemoProvider, type DemoProvider } from './demo-provider'
import type { Persona } from './personas'

/** `connector.type` of the demo wallets. */
export const DEMO_TYPE = 'demo'

export function isDemo(connector: Pick<Connector, 'type'>): boolean {
  return connector.type === DEMO_TYPE
}

type Remembered = Record<`demo-${Persona['id']}.connected`, string>

/** The demo wallet of one persona as a wagmi connector. Offered on the local chain alone. */
export function demoConnector(persona: Persona) {
  return createConnector<DemoProvider, Record<string, unknown>, Remembered>((config) => {
    const id = `demo-${persona.id}` as const
    const [chain] = config.chains
    let provider: DemoProvider | undefined
    const connectedKey = `${id}.connected` as const

    return {
      id,
      name: persona.name,
      type: DEMO_TYPE,
      async connect<withCapabilities extends boolean = false>({
        withCapabilities,
      }: {
        withCapabilities?: withCapabilities | boolean
      } = {}) {
        await config.storage?.setItem(connectedKey, id)
        const { address } = demoAccount(persona)
        const accounts = withCapabilities ? [{ address, capabilities: {} }] : [address]
        return { accounts: accounts as never, chainId: chain.id }
      },
      async disconnect() {
        await config.storage?.removeItem(connectedKey)
      },
      getAccounts: async () => [demoAccount(persona).address],
      getChainId: async () => chain.id,
      async getProvider() {
        const [url] = chain.rpcUrls.default.http
        provider ??= createDemoProvider(demoAccount(persona), chain, url ?? '')
        return provider
      },
      async isAuthorized() {
        return (await config.storage?.getItem(connectedKey)) === id
      },
      async switchChain({ chainId }) {
        if (chainId !== chain.id)
          throw new SwitchChainError(new Error(`Demo wallets live on ${chain.name} alone.`))
        return chain
      },
      onAccountsChanged() {},
      onChainChanged() {},
      onDisconnect() {
        config.emitter.emit('disconnect')
      },
    }
  })
}
