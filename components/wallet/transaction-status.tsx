import type { ReactNode } from 'react'
import { ErrorNote } from '@/components/ui'
import type { TransactionState } from '@/lib/chain/client/transactions/transaction-state'
import { Finality } from './finality'
import { StopWaiting } from './stop-waiting'
import { TransactionLink } from './transaction-link'

/** Where a transaction stands, in words, announced as it changes. Nothing while there is none. */
export function TransactionStatus({
  state,
  done,
}: {
  state: TransactionState
  /** what has come about once it is mined */
  done?: ReactNode
}) {
  switch (state.step) {
    case 'idle':
      return null
    case 'refused':
      return (
        <ErrorNote error={{ message: 'You declined in your wallet.' }}>
          Nothing was sent and nothing has changed. You can ask again.
        </ErrorNote>
      )
    case 'failed':
      return (
        <ErrorNote error={{ message: state.reason }}>
          {state.hash ? (
            <>
              The transaction <TransactionLink hash={state.hash} /> was undone by the chain; only its gas is
              spent.
            </>
          ) : (
            'Nothing was sent, and no gas was spent.'
          )}
        </ErrorNote>
      )
    case 'replaced':
      return (
        <ErrorNote error={{ message: 'Your wallet cancelled or replaced this transaction.' }}>
          {state.by ? <TransactionLink hash={state.by} /> : 'Another'} was mined in its place. Nothing of what
          you asked for here has happened.
        </ErrorNote>
      )
    case 'reorganised':
      return (
        <ErrorNote error={{ message: 'The chain has undone the block this was in.' }}>
          <TransactionLink hash={state.hash} /> was in block{' '}
          <span className="figures">{state.blockNumber}</span>, and a reorganisation left that block out. It
          usually is mined again, and is followed on here.
          <StopWaiting unknownSince={state.unknownSince} />
        </ErrorNote>
      )
    default:
      return (
        <div className="border-l-2 border-signal bg-signal-wash px-4 py-3">
          <div role="status">
            <Progress state={state} done={done} />
          </div>
          {state.step === 'mined' && (
            <div className="mt-2">
              <Finality blockNumber={state.blockNumber} />
            </div>
          )}
          {state.step === 'sent' && <StopWaiting unknownSince={state.unknownSince} />}
        </div>
      )
  }
}

function Progress({ state, done }: { state: TransactionState; done?: ReactNode }) {
  switch (state.step) {
    case 'checking':
      return <p>Trying it out against the chain, before your wallet opens…</p>
    case 'asking':
      return <p>Your wallet is asking. Confirm there.</p>
    case 'elsewhere':
      return <p>Your wallet is asking for this already, from another tab. Answer it there.</p>
    case 'unanswered':
      return (
        <p>
          Your wallet was asked for this, here before a reload or in another tab. If you confirmed, it is
          found by itself; if you closed the wallet, ask again.
        </p>
      )
    case 'sent':
      return (
        <p>
          {state.hash ? (
            <>
              Sent as <TransactionLink hash={state.hash} />.
            </>
          ) : (
            'Sent by your wallet.'
          )}{' '}
          Waiting for a block. You may leave or reload this page; it is followed on.
        </p>
      )
    case 'mined':
      return (
        <>
          <p>
            <span aria-hidden className="mr-1.5 text-gain">
              ✓
            </span>
            Mined in block <span className="figures">{state.blockNumber}</span> as{' '}
            <TransactionLink hash={state.hash} />
            {state.spedUp && ', sped up in your wallet'}
            {state.again && ', again after a reorganisation'}.
          </p>
          {done && <div className="mt-1">{done}</div>}
        </>
      )
    default:
      return null
  }
}
