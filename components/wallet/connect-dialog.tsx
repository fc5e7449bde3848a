'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { Connector, CreateConnectorFn } from 'wagmi'
import { useConnect, useConnection, useConnectors, useDisconnect } from 'wagmi'
import { Button, ErrorNote, Tag } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { isDemo } from '@/lib/chain/client/demo/demo-connector'
import { personas } from '@/lib/chain/client/demo/personas'
import type { PublicChain } from '@/lib/chain/client/public-chain'
import { isRefusal, walletErrorSentence } from '@/lib/chain/client/wallet-errors'
import { takeTestMoney } from '@/lib/server/faucet/actions'
import { WalletRow } from './wallet-row'
import { WalletScope } from './wallet-scope'
import type { WalletSnapshot } from './wallet-store'
import { walletStore } from './wallet-store'

const PairingCode = dynamic(() => import('./pairing-code').then((it) => it.PairingCode), { ssr: false })

/** `id` of the connector for wallets on other devices. */
const ELSEWHERE = 'walletConnect'

/** Which wallet to connect: those that announced themselves, and on the local chain the demo wallets. */
export function ConnectDialog({ wallet }: { wallet: WalletSnapshot }) {
  return (
    <Dialog title="Connect a wallet" onClose={walletStore.closeConnect}>
      {wallet.runtime ? (
        <WalletScope runtime={wallet.runtime}>
          <Choices chain={wallet.runtime.chain} />
        </WalletScope>
      ) : wallet.phase === 'unreachable' ? (
        <ErrorNote
          error={{ message: 'Hotswap’s server does not answer, so no wallet can be connected now.' }}
          action={
            <Button size="sm" onClick={() => void walletStore.start()}>
              Try again
            </Button>
          }
        >
          Your wallet was not asked anything.
        </ErrorNote>
      ) : (
        <p role="status" className="py-6 text-center text-muted">
          Looking for wallets…
        </p>
      )}
    </Dialog>
  )
}

function Choices({ chain }: { chain: PublicChain }) {
  const { isLocal, name: chainName, walletConnectProjectId } = chain
  const connectors = useConnectors()
  const { connector: current } = useConnection()
  const { mutateAsync: connect } = useConnect()
  const { mutateAsync: disconnect } = useDisconnect()
  const [asked, setAsked] = useState<string>()
  const [trouble, setTrouble] = useState<{ name: string; error: unknown }>()
  const [uri, setUri] = useState<string>()
  const found = connectors.filter((it) => !isDemo(it) && it.id !== ELSEWHERE)
  const demo = connectors.filter(isDemo)

  async function choose(connector: Connector) {
    if (asked) return
    setAsked(connector.uid)
    setTrouble(undefined)
    try {
      if (current && current.uid !== connector.uid) await disconnect({ connector: current })
      if (current?.uid !== connector.uid) {
        // money first, so that whatever asks for it finds it; without it the account menu offers it again
        const [demo] = isDemo(connector) ? await connector.getAccounts() : []
        if (demo) await takeTestMoney({ address: demo }).catch(() => undefined)
        await connect({ connector })
      }
      walletStore.closeConnect()
    } catch (error) {
      setTrouble({ name: connector.name, error })
    } finally {
      setAsked(undefined)
    }
  }

  /** A wallet on another device. Its code is loaded now, and not before. */
  async function chooseElsewhere(projectId: string) {
    if (asked) return
    setAsked(ELSEWHERE)
    setTrouble(undefined)
    try {
      const { walletConnectConnector } = await import('@/lib/chain/client/wallet-connect')
      if (current) await disconnect({ connector: current })
      const options = { projectId, origin: window.location.origin }
      const connector: CreateConnectorFn = walletConnectConnector(options, setUri)
      await connect({ connector })
      walletStore.closeConnect()
    } catch (error) {
      setTrouble({ name: 'your wallet', error })
    } finally {
      setAsked(undefined)
      setUri(undefined)
    }
  }

  const row = (connector: Connector, detail?: string) => (
    <WalletRow
      key={connector.uid}
      connector={connector}
      detail={detail}
      pending={asked === connector.uid}
      isCurrent={current?.uid === connector.uid}
      onChoose={() => void choose(connector)}
    />
  )

  return (
    <div className="grid gap-5">
      {trouble && (
        <ErrorNote
          error={{
            message: isRefusal(trouble.error)
              ? `You declined in ${trouble.name}.`
              : walletErrorSentence(trouble.error),
          }}
        >
          Nothing was connected. Choose again when you like.
        </ErrorNote>
      )}
      <section aria-label="Wallets in this browser">
        {found.length > 0 ? (
          <ul className="border-b border-rule">{found.map((connector) => row(connector))}</ul>
        ) : (
          <p className="text-muted">
            No wallet extension announced itself in this browser (EIP-6963).{' '}
            {isLocal
              ? 'You need none to try Hotswap: take a demo wallet.'
              : 'Install one and reload this page.'}
          </p>
        )}
      </section>
      {walletConnectProjectId && (
        <section aria-label="Wallets on other devices">
          <ul className="border-b border-rule">
            <WalletRow
              connector={{ name: 'WalletConnect' }}
              detail="A wallet on your phone, or on another device"
              pending={asked === ELSEWHERE}
              isCurrent={current?.id === ELSEWHERE}
              onChoose={() => void chooseElsewhere(walletConnectProjectId)}
            />
          </ul>
          {uri && <PairingCode uri={uri} />}
        </section>
      )}
      {demo.length > 0 && (
        <section aria-label="Demo wallets">
          <div className="mb-2 flex items-center gap-2">
            <h3 className="text-sm text-muted">Demo wallets</h3>
            <Tag look="demonstration">test accounts</Tag>
          </div>
          <ul className="border-b border-rule">
            {demo.map((it) => row(it, personas.find(({ id }) => it.id === `demo-${id}`)?.hint))}
          </ul>
          <p className="mt-2 text-sm text-muted">
            Their keys are made and kept in this browser, and they sign without asking. They work on{' '}
            {chainName} alone and get test ether and test dollars, which are worth nothing.
          </p>
        </section>
      )}
      <p className="text-sm text-muted">
        Connecting shows Hotswap your address. It moves nothing and signs nothing.
      </p>
    </div>
  )
}
