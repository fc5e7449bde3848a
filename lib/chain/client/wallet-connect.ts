import type { CreateConnectorFn } from 'wagmi'
import { walletConnect } from 'wagmi/connectors/walletConnect'

/** The relay is given this long to answer with a pairing link. */
const RELAY_MS = 15_000

export class RelayAwayError extends Error {
  override readonly name = 'RelayAwayError'
}

/**
 * WalletConnect for wallets on other devices. Part of its own chunk, loaded when somebody chooses it; the protocol's
 * code comes after that, when it connects. We draw the code to scan ourselves, so nothing of theirs is shown.
 *
 * @param onUri told the pairing link to show as a code, or to copy
 * @throws from `connect`: RelayAwayError when their relay does not answer in time
 */
export function walletConnectConnector(
  { projectId, origin }: { projectId: string; origin: string },
  onUri: (uri: string) => void = () => {},
): CreateConnectorFn {
  const create = walletConnect({
    projectId,
    showQrModal: false,
    metadata: {
      name: 'Hotswap',
      description: 'The liquidity layer for physical infrastructure networks',
      url: origin,
      icons: [`${origin}/icon.svg`],
    },
  })
  return (config) => {
    let isPaired = false
    config.emitter.on('message', ({ type, data }) => {
      if (type !== 'display_uri' || typeof data !== 'string') return
      isPaired = true
      onUri(data)
    })
    const connector = create(config)
    const connect = connector.connect.bind(connector)
    return {
      ...connector,
      connect: ((parameters) => {
        const away = new Promise<never>((_, reject) => {
          setTimeout(() => {
            const isReconnecting = parameters?.isReconnecting
            if (!isPaired && !isReconnecting)
              reject(new RelayAwayError('WalletConnect’s relay does not answer. Choose another wallet.'))
          }, RELAY_MS)
        })
        return Promise.race([connect(parameters), away])
      }) as typeof connect,
    }
  }
}
