'use client'

import { useEffect } from 'react'
import type { Address } from 'viem'
import { FillRefused } from '@/components/buy/fill-refused'
import { Button, Skeleton } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useIsWrongChain } from '@/components/wallet/wrong-chain'
import { formatUnitsFull } from '@/lib/core/format'
import type { PositionOrder } from '@/lib/market/position-page'
import type { Sale } from './sold'
import { useAcceptance } from './use-acceptance'

/** Sells a position to the signer of an offer: judged by the chain first, then allowed and filled in one press. */
export function AcceptOffer({
  positionId,
  offer,
  account,
  onSold,
  onClose,
}: {
  positionId: number
  offer: PositionOrder
  account: Address
  onSold: (sale: Sale) => void
  onClose: () => void
}) {
  const acceptance = useAcceptance(offer.hash, account)
  const isWrongChain = useIsWrongChain()
  const { check, fill, again } = acceptance
  const net = offer.price - offer.fee
  const isSent = fill.step === 'sent' || fill.step === 'mined'

  useEffect(() => {
    if (fill.step === 'mined')
      onSold({
        positionId,
        net: offer.price - offer.fee,
        account,
        hash: fill.hash,
        block: fill.blockNumber,
      })
  }, [fill, positionId, offer.price, offer.fee, account, onSold])

  return (
    <div className="grid gap-3 pt-2">
      {!isSent && check.state === 'checking' && (
        <div role="status">
          <p className="text-sm text-muted">Checking the offer against the chain…</p>
          <Skeleton className="mt-2 h-9" />
        </div>
      )}
      {!isSent && check.state === 'refused' && (
        <FillRefused
          error={check.error}
          action={
            <>
              <Button size="sm" onClick={() => void again()}>
                Check again
              </Button>
              <Button size="sm" variant="quiet" onClick={onClose}>
                Close
              </Button>
            </>
          }
        />
      )}
      {(isSent || check.state === 'ready') && (
        <>
          {check.state === 'ready' && !isSent && (
            <>
              <ol className="grid gap-1 text-sm">
                {check.fill.steps.map(({ kind, sentence }, index) => (
                  <li key={kind} className="grid grid-cols-[1.25rem_1fr]">
                    <span className="figures text-muted">{index + 1}</span> {sentence}
                  </li>
                ))}
              </ol>
              <p className="text-sm text-muted">
                Of <span className="figures">{formatUnitsFull(offer.price)}</span>, the fee is{' '}
                <span className="figures">{formatUnitsFull(offer.fee)}</span>. It cannot be undone once it is
                mined.
              </p>
            </>
          )}
          <div className="flex flex-wrap gap-2">
            <Button
              variant="primary"
              pending={acceptance.isBusy}
              disabled={isWrongChain}
              onClick={() => void acceptance.accept()}
            >
              Sell for {formatUnitsFull(net)}
            </Button>
            {!isSent && (
              <Button variant="quiet" onClick={onClose} disabled={acceptance.isBusy}>
                Not now
              </Button>
            )}
          </div>
        </>
      )}
      {fill.step === 'idle' && (
        <TransactionStatus
          state={acceptance.approval}
          done={
            acceptance.isUnderWay
              ? 'The position is allowed.'
              : 'The position is allowed. Press Sell once more.'
          }
        />
      )}
      <TransactionStatus state={fill} />
    </div>
  )
}
