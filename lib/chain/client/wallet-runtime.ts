import { QueryClient } from '@tanstack/react-query'
import type { Address } from 'viem'
import { getConnection, reconnect, watchConnection, watchConnectors } from 'wagmi/actions'
import { type ChainClient, createChainClient } from '@/lib/chain/public-client'
import { type ChainAnswer, type PublicChain, rpcUrl, toPublicChain } from './public-chain'
import { trackTransactions } from './transactions/track-transactions'
import { createWalletConfig, type WalletConfig } from './wallet-config'

/** Everything wallet-bound of this page: made once, when the first part of it is needed. */
export type WalletRuntime = {
  chain: PublicChain
  /** reads, through our own server */
  client: ChainClient
  config: WalletConfig
  queryClient: QueryClient
}

/**
 * Reads the chain from our own server, sets wagmi up and connects what was connected before.
 *
 * @param onAccount told the connected account, at once and at each change
 * @throws Error when the server does not answer
 */
export async function startWallet(onAccount: (account: Address | undefined) => void): Promise<WalletRuntime> {
  const response = await fetch('/api/chain')
  if (!response.ok) throw new Error('Hotswap’s server did not say which chain it is on.')
  const chain = toPublicChain((await response.json()) as ChainAnswer)
  const config = createWalletConfig(chain, window.location.origin)
  const client = createChainClient(chain, rpcUrl(window.location.origin))
  let tracked: Address | undefined
  let stopTracking = () => {}
  const tell = (account: Address | undefined) => {
    if (account !== tracked) {
      stopTracking()
      stopTracking = account ? trackTransactions({ config, chain, client }, account) : () => {}
      tracked = account
    }
    onAccount(account)
  }
  await reconnect(config)
  await reconnectElsewhere(config, chain)
  tell(getConnection(config).address)
  watchConnection(config, {
    onChange: ({ status, address }) => {
      if (status === 'connected') tell(address)
      if (status === 'disconnected') tell(undefined)
    },
  })
  reconnectLate(config)
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: 1 } } })
  return { chain, client, config, queryClient }
}

/** A wallet on another device that was in use; its code is loaded then alone. */
async function reconnectElsewhere(config: WalletConfig, { walletConnectProjectId }: PublicChain) {
  if (!walletConnectProjectId || config.state.status !== 'disconnected') return
  const recent = await config.storage?.getItem('recentConnectorId')
  if (recent !== 'walletConnect') return
  const { walletConnectConnector } = await import('./wallet-connect')
  const connector = walletConnectConnector({
    projectId: walletConnectProjectId,
    origin: window.location.origin,
  })
  await reconnect(config, { connectors: [connector] })
}

/** A wallet extension may announce itself after we asked; if it was the one in use, connect it then. */
function reconnectLate(config: WalletConfig) {
  if (config.state.status !== 'disconnected') return
  const stop = watchConnectors(config, {
    async onChange(connectors, before) {
      if (config.state.status !== 'disconnected') return stop()
      const recent = await config.storage?.getItem('recentConnectorId')
      const late = connectors.find(({ id, uid }) => id === recent && !before.some((it) => it.uid === uid))
      if (late) await reconnect(config, { connectors: [late] })
    },
  })
}
