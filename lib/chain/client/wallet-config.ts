import { createConfig, createStorage, http } from 'wagmi'
import { chainOf } from '@/lib/chain/public-client'
import { demoConnector } from './demo/demo-connector'
import { personas } from './demo/personas'
import { type PublicChain, rpcUrl } from './public-chain'

/**
 * wagmi for one chain, made in the browser alone. Wallets come by EIP-6963; on the local chain the demo wallets
 * stand beside them.
 */
export function createWalletConfig(chain: PublicChain, origin: string) {
  const url = rpcUrl(origin)
  const viemChain = chainOf(chain, url)
  return createConfig({
    chains: [viemChain],
    connectors: chain.isLocal ? personas.map((persona) => demoConnector(persona)) : [],
    multiInjectedProviderDiscovery: true,
    transports: { [viemChain.id]: http(url, { batch: true, retryCount: 1, timeout: 15_000 }) },
    pollingInterval: 1_000,
    storage: createStorage({ key: 'hotswap.wagmi', storage: safeLocalStorage() }),
  })
}

export type WalletConfig = ReturnType<typeof createWalletConfig>

/** localStorage that never throws: a browser that forbids it only forgets the wallet on reload. */
function safeLocalStorage() {
  const attempt = <result>(use: () => result): result | null => {
    try {
      return use()
    } catch {
      return null
    }
  }
  return {
    getItem: (key: string) => attempt(() => localStorage.getItem(key)),
    setItem: (key: string, value: string) => void attempt(() => localStorage.setItem(key, value)),
    removeItem: (key: string) => void attempt(() => localStorage.removeItem(key)),
  }
}
