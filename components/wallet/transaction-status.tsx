import Link from 'next/link'
import type { ReactNode } from 'react'
import { ErrorNote } from '@/components/ui'
import type { TransactionState } from '@/lib/chain/client/transactions/transaction-state'
import { shortHex } from '@/lib/core/format'

/** Where a transaction stands, in words, announced as it changes. Nothing while there is none. */
export function TransactionStatus({
  state,
  done,
}: {
  state: TransactionState
  /** what has come about once it is mined */
  done?: ReactNode
}) {
  if (state.step === 'idle') return null
  if (state.step === 'refused')
    return (
      <ErrorNote error={{ message: 'You declined in your wallet.' }}>
        Nothing was sent and nothing has changed. You can ask again.
      </ErrorNote>
    )
  if (state.step === 'failed')
    return (
      <ErrorNote error={{ message: state.reason }}>
        {state.hash ? (
          <>
            The transaction <Hash hash={state.hash} /> was undone by the chain; only its gas is spent.
          </>
        ) : (
          'Nothing was sent, and no gas was spent.'
        )}
      </ErrorNote>
    )
  if (state.step === 'replaced')
    return (
      <ErrorNote error={{ message: 'Your wallet cancelled or replaced this transaction.' }}>
        <Hash hash={state.by} /> was mined in its place. Nothing of what you asked for here has happened.
      </ErrorNote>
    )
  return (
    <div role="status" className="border-l-2 border-signal bg-signal-wash px-4 py-3">
      <Progress state={state} done={done} />
    </div>
  )
}

function Progress({ state, done }: { state: TransactionState; done?: ReactNode }) {
  switch (state.step) {
    case 'checking':
      return <p>Trying it out against the chain, before your wallet opens…</p>
    case 'asking':
      return <p>Your wallet is asking. Confirm there.</p>
    case 'sent':
      return (
        <p>
          Sent as <Hash hash={state.hash} />. Waiting for a block. You may leave or reload this page; it is
          followed on.
        </p>
      )
    case 'mined':
      return (
        <>
          <p>
            <span aria-hidden className="mr-1.5 text-gain">
              ✓
            </span>
            Mined in block <span className="figures">{state.blockNumber}</span> as <Hash hash={state.hash} />
            {state.spedUp && ', sped up in your wallet'}.
          </p>
          {done && <div className="mt-1">{done}</div>}
        </>
      )
    default:
      return null
  }
}

function Hash({ hash }: { hash: string }) {
  return (
    <Link href={`/tx/${hash}`} prefetch={false} className="link figures" title={hash}>
      {shortHex(hash)}
    </Link>
  )
}
