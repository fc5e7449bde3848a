'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import { useReadUntil } from '@/components/position/use-read-until'
import { Button, ErrorNote } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useTransaction } from '@/components/wallet/use-transaction'
import { useIsWrongChain } from '@/components/wallet/wrong-chain'
import { formatInstant, formatUnits } from '@/lib/core/format'
import { standingSentences } from '@/lib/market/order-standing'
import type { PositionOrder } from '@/lib/market/position-page'
import { type CancelKind, useCancel } from './use-cancel'

/** One's own listing, and how to take it back: its gas is said before the wallet opens. */
export function CancelOrder({
  order,
  account,
  head,
  isReading,
}: {
  order: PositionOrder
  account: Address
  head: number
  /** its approval is being read, so that its standing is not the last word */
  isReading: boolean
}) {
  const [isAsked, setAsked] = useState(false)
  const [kind, setKind] = useState<CancelKind>('cancel')
  const { prepared, error } = useCancel(order.hash, account, isAsked)
  const transaction = useTransaction(`cancel:${order.hash}`)
  const isWrongChain = useIsWrongChain()
  useReadUntil(transaction.state.step === 'mined' ? transaction.state.blockNumber : undefined, head)
  const chosen = prepared?.[kind]

  return (
    <div className="grid gap-3 border-t border-rule pt-3">
      <div className="flex items-baseline justify-between gap-3">
        <span>
          Listed at <span className="figures font-medium">{formatUnits(order.price)}</span>
          <span className="block text-sm text-muted">
            {order.standing === 'open'
              ? `until ${formatInstant(order.endTime)}`
              : isReading
                ? 'the public record is reading its approval…'
                : standingSentences[order.standing]}
          </span>
        </span>
        {!isAsked && (
          <Button size="sm" onClick={() => setAsked(true)}>
            Cancel
          </Button>
        )}
      </div>
      {isAsked && (
        <>
          <p className="text-sm text-muted">
            A signed listing can only be taken back on chain: until the transaction is mined, anyone may still
            buy.
          </p>
          <fieldset className="grid gap-1 text-sm">
            <legend className="sr-only">What to cancel</legend>
            <Choice chosen={kind} value="cancel" onChoose={setKind} label="This listing alone" />
            <Choice
              chosen={kind}
              value="cancelAll"
              onChoose={setKind}
              label="Every order I have signed so far, here and elsewhere on Seaport"
            />
          </fieldset>
          {error && <ErrorNote error={error}>The listing stands as it did.</ErrorNote>}
          <p className="text-sm text-muted" aria-live="polite">
            {chosen ? (
              <>
                Gas: about <span className="figures">{chosen.gas.toLocaleString('en-US')}</span>, at present{' '}
                <span className="figures">{chosen.cost}</span> ETH.
              </>
            ) : (
              !error && 'Working out the gas…'
            )}
          </p>
          <TransactionStatus state={transaction.state} done="The listing is cancelled for ever." />
          {transaction.state.step !== 'mined' && (
            <div className="flex gap-2">
              <Button
                variant="primary"
                pending={transaction.isBusy}
                disabled={!chosen || isWrongChain}
                onClick={() => chosen && void transaction.send(chosen.call)}
              >
                Cancel the listing
              </Button>
              <Button variant="quiet" onClick={() => setAsked(false)} disabled={transaction.isBusy}>
                Keep it
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}

function Choice({
  value,
  chosen,
  onChoose,
  label,
}: {
  value: CancelKind
  chosen: CancelKind
  onChoose: (kind: CancelKind) => void
  label: string
}) {
  return (
    <label className="flex cursor-pointer gap-2">
      <input
        type="radio"
        name="cancel"
        checked={value === chosen}
        onChange={() => onChoose(value)}
        className="mt-1 size-3.5 shrink-0 accent-signal"
      />
      {label}
    </label>
  )
}
