'use client'

import { useId, useState } from 'react'
import type { Address } from 'viem'
import { BackOrder } from '@/components/orders/back-order'
import { useReadUntil } from '@/components/position/use-read-until'
import { Button, ErrorNote } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useTransaction } from '@/components/wallet/use-transaction'
import { useIsWrongChain } from '@/components/wallet/wrong-chain'
import { formatMinute, formatUnits } from '@/lib/core/format'
import { standingSentences } from '@/lib/market/order-standing'
import type { OrderKind } from '@/lib/market/order-terms'
import type { PositionOrder } from '@/lib/market/position-page'
import { GasCost } from './gas-cost'
import { type CancelKind, useCancel } from './use-cancel'

const words: {
  readonly [kind in OrderKind]: Record<'at' | 'ask' | 'risk' | 'alone' | 'act' | 'done' | 'stands', string>
} = {
  listing: {
    at: 'Listed at',
    ask: 'Cancel',
    risk: 'A signed listing can only be taken back on chain: until the transaction is mined, anyone may still buy.',
    alone: 'This listing alone',
    act: 'Cancel the listing',
    done: 'The listing is cancelled for ever.',
    stands: 'The listing stands as it did.',
  },
  item_offer: {
    at: 'You offer',
    ask: 'Withdraw',
    risk: 'A signed offer can only be taken back on chain: until the transaction is mined, the owner may still accept.',
    alone: 'This offer alone',
    act: 'Withdraw the offer',
    done: 'The offer is withdrawn for ever.',
    stands: 'The offer stands as it did.',
  },
}

/** One's own order on a position, and how to change it or take it back: the gas is said before the wallet opens. */
export function CancelOrder({
  order,
  account,
  head,
  isReading,
  reprice,
}: {
  order: PositionOrder
  account: Address
  head: number
  /** its approval is being read, so that its standing is not the last word */
  isReading: boolean
  /** opens the form of another price; none for offers */
  reprice?: (() => void) | undefined
}) {
  const group = useId()
  const [isAsked, setAsked] = useState(false)
  const [kind, setKind] = useState<CancelKind>('cancel')
  const { prepared, error } = useCancel(order.hash, account, isAsked)
  const transaction = useTransaction(`cancel:${order.hash}`)
  const isWrongChain = useIsWrongChain()
  useReadUntil(transaction.state.step === 'mined' ? transaction.state.blockNumber : undefined, head)
  const chosen = prepared?.[kind]
  const say = words[order.kind]
  const isOpen = order.standing === 'open'

  return (
    <div
      className="grid gap-3 border-t border-rule pt-3 first:border-t-0 first:pt-0"
      data-own-order={order.hash}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-2">
        <span>
          {say.at} <span className="figures font-medium">{formatUnits(order.price)}</span>
          <span className="block text-sm text-muted">
            {isOpen
              ? `until ${formatMinute(order.endTime)}`
              : isReading
                ? 'the public record is reading its approval…'
                : standingSentences[order.standing]}
          </span>
        </span>
        {!isAsked && (
          <span className="flex shrink-0 gap-2">
            {reprice && (
              <Button size="sm" onClick={reprice}>
                Change price
              </Button>
            )}
            <Button size="sm" onClick={() => setAsked(true)}>
              {say.ask}
            </Button>
          </span>
        )}
      </div>
      {!isOpen && !isReading && order.revival.kind === 'dormant' && (
        <p className="text-sm text-muted">{order.revival.when}</p>
      )}
      {order.standing === 'not_approved' && !isReading && !isAsked && (
        <BackOrder orderHash={order.hash} account={account} head={head} />
      )}
      {isAsked && (
        <>
          <p className="text-sm text-muted">{say.risk}</p>
          <fieldset className="grid gap-1 text-sm">
            <legend className="sr-only">What to take back</legend>
            <Choice group={group} chosen={kind} value="cancel" onChoose={setKind} label={say.alone} />
            <Choice
              group={group}
              chosen={kind}
              value="cancelAll"
              onChoose={setKind}
              label="Every order I have signed so far, here and elsewhere on Seaport"
            />
          </fieldset>
          {error && <ErrorNote error={error}>{say.stands}</ErrorNote>}
          {!error && <GasCost cost={chosen} />}
          <TransactionStatus state={transaction.state} done={say.done} />
          {transaction.state.step !== 'mined' && (
            <div className="flex gap-2">
              <Button
                variant="primary"
                pending={transaction.isBusy}
                disabled={!chosen || isWrongChain}
                onClick={() => chosen && void transaction.send(chosen.call)}
              >
                {say.act}
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
  group,
  value,
  chosen,
  onChoose,
  label,
}: {
  group: string
  value: CancelKind
  chosen: CancelKind
  onChoose: (kind: CancelKind) => void
  label: string
}) {
  return (
    <label className="flex cursor-pointer gap-2">
      <input
        type="radio"
        name={group}
        checked={value === chosen}
        onChange={() => onChoose(value)}
        className="mt-1 size-3.5 shrink-0 accent-signal"
      />
      {label}
    </label>
  )
}
