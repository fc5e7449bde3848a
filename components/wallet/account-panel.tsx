'use client'

import type { Address as AddressType } from 'viem'
import { useConnection, useDisconnect } from 'wagmi'
import { Did } from '@/components/identity/did'
import { Address, Button, ErrorNote, Tag } from '@/components/ui'
import { isDemo } from '@/lib/chain/client/demo/demo-connector'
import { didPkh } from '@/lib/chain/client/did-pkh'
import { formatExact, formatUnits } from '@/lib/core/format'
import { RecentTransactions } from './recent-transactions'
import { useRuntime } from './runtime-context'
import { useBalances } from './use-balances'
import { useFaucet } from './use-faucet'
import { useSignIn } from './use-sign-in'
import { walletStore } from './wallet-store'
import { WrongChain } from './wrong-chain'

/** Address, balances, sign-in and what can be done with them. */
export function AccountPanel({ account, onDone }: { account: AddressType; onDone: () => void }) {
  const { chain } = useRuntime()
  const { connector } = useConnection()
  const { mutate: disconnect } = useDisconnect()
  const balances = useBalances(account)
  const faucet = useFaucet(account)
  const session = useSignIn()

  return (
    <div>
      <div className="border-b border-rule px-4 py-3">
        <div className="flex items-center gap-2">
          <span className="font-medium">{connector?.name}</span>
          {connector && isDemo(connector) && <Tag look="demonstration">test account</Tag>}
        </div>
        <div className="flex items-center justify-between text-muted">
          <Address value={account} />
          <span className="text-sm">{chain.name}</span>
        </div>
      </div>
      <WrongChain className="border-b border-rule px-4 py-3" />
      <dl className="grid grid-cols-[auto_1fr] gap-y-1 border-b border-rule px-4 py-3">
        <dt className="text-muted">{chain.isLocal ? 'Test dollars' : 'Dollars'}</dt>
        <dd className="figures text-right" title={exact(balances.dollars, 6)}>
          {balances.dollars === undefined ? '—' : formatUnits(balances.dollars)}
        </dd>
        <dt className="text-muted">Ether for gas</dt>
        <dd className="figures text-right" title={exact(balances.ether, 18)}>
          {balances.ether === undefined ? '—' : formatExact(balances.ether, 18).slice(0, 8)}
        </dd>
      </dl>
      {faucet.error && <ErrorNote error={faucet.error} />}
      {session.error && (
        <ErrorNote error={session.error}>You are as you were: connected, not signed in.</ErrorNote>
      )}
      <div className="border-b border-rule px-4 py-3 text-sm">
        {session.isSignedIn ? (
          <>
            <p className="flex items-center justify-between gap-2">
              <span>
                <span aria-hidden className="mr-1.5 text-gain">
                  ✓
                </span>
                Signed in
              </span>
              <Button size="sm" variant="quiet" onClick={() => void session.signOut()}>
                Sign out
              </Button>
            </p>
            <p className="flex items-center justify-between gap-2 text-muted">
              <span title="Your account as a decentralised identifier">as</span>
              <Did value={didPkh(chain.chainId, account)} />
            </p>
          </>
        ) : (
          <p className="flex items-center justify-between gap-2">
            <span className="text-muted">
              Not signed in. Registering needs it: your wallet shows a message to sign, which moves nothing
              and costs nothing.
            </span>
            <Button size="sm" pending={session.isAsking} onClick={() => void session.signIn()}>
              Sign in
            </Button>
          </p>
        )}
      </div>
      <RecentTransactions account={account} onLeave={onDone} />
      <div className="flex flex-wrap justify-between px-1.5 py-2">
        {chain.isLocal && (
          <Button size="sm" variant="quiet" pending={faucet.isAsking} onClick={() => void faucet.take()}>
            Get test money
          </Button>
        )}
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            onDone()
            walletStore.openConnect()
          }}
        >
          Switch wallet
        </Button>
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            onDone()
            disconnect({})
          }}
        >
          Disconnect
        </Button>
      </div>
    </div>
  )
}

function exact(amount: bigint | undefined, decimals: number): string | undefined {
  return amount === undefined ? undefined : formatExact(amount, decimals)
}
