'use client'

import Link from 'next/link'
import type { Address } from 'viem'
import { Button } from '@/components/ui'
import type { TransactionRecord } from '@/lib/chain/client/transactions/transaction-record'
import { isBusy } from '@/lib/chain/client/transactions/transaction-state'
import { Finality } from './finality'
import { useRuntime } from './runtime-context'
import { TransactionLink } from './transaction-link'
import { useBook } from './use-book'

const MOST = 5

/** What this account sent last from this browser, and where it stands; nothing while there is none. */
export function RecentTransactions({ account, onLeave }: { account: Address; onLeave: () => void }) {
  const { chain } = useRuntime()
  const { book, records } = useBook(chain.chainId, account)
  if (records.length === 0) return null
  return (
    <section aria-label="Your transactions" className="border-b border-rule px-4 py-3 text-sm">
      <h3 className="mb-1 text-muted">Your transactions</h3>
      <ul className="max-h-64 divide-y divide-rule overflow-y-auto">
        {records.slice(0, MOST).map((record) => (
          <li key={record.key} className="grid gap-0.5 py-2 first:pt-0 last:pb-0">
            <Link href={record.path} prefetch={false} className="link" onClick={onLeave}>
              {record.title}
            </Link>
            <Standing record={record} onForget={() => book?.remove(record.key)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Standing({ record, onForget }: { record: TransactionRecord; onForget: () => void }) {
  const { outcome, isFinal } = record
  const hash = 'hash' in outcome ? outcome.hash : undefined
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-muted">
        <span className={isBusy(outcome) ? 'text-signal-text' : undefined}>
          {words[outcome.step]}
          {outcome.step === 'mined' && isFinal && ', final'}
        </span>
        {hash && <TransactionLink hash={hash} />}
      </p>
      {outcome.step === 'mined' && !isFinal && <Finality blockNumber={outcome.blockNumber} />}
      {isDoubtful(outcome) && (
        <Button size="sm" variant="quiet" className="justify-self-start" onClick={onForget}>
          Stop waiting
        </Button>
      )}
    </>
  )
}

/** What may never have been sent, or is nowhere to be found. */
function isDoubtful(outcome: TransactionRecord['outcome']): boolean {
  return outcome.step === 'unanswered' || ('unknownSince' in outcome && outcome.unknownSince !== undefined)
}

const words: Record<TransactionRecord['outcome']['step'], string> = {
  unanswered: 'Your wallet has not answered',
  sent: 'Waiting for a block',
  mined: '✓ Mined',
  reorganised: 'Undone by a reorganisation; waiting',
  replaced: '✕ Cancelled or replaced in the wallet',
  failed: '✕ Undone by the chain',
}
