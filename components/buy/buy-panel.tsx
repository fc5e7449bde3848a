'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { Address } from 'viem'
import type { PanelPosition } from '@/components/position/panel-position'
import { Button, Skeleton } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useFaucet } from '@/components/wallet/use-faucet'
import { useIsWrongChain } from '@/components/wallet/wrong-chain'
import { formatInstant, formatUnits } from '@/lib/core/format'
import type { PositionOrder } from '@/lib/market/position-page'
import type { Purchase } from './bought'
import { BuyPrice } from './buy-price'
import { FillRefused } from './fill-refused'
import { UnboundRisk } from './unbound-risk'
import type { PreparedFill } from './use-prepared-fill'
import { usePurchase } from './use-purchase'

/** Buys a position: checked against the chain first, the exact price approved, then filled. */
export function BuyPanel({
  position,
  listing,
  account,
  onBought,
}: {
  position: PanelPosition
  listing: PositionOrder
  account: Address
  onBought: (purchase: Purchase) => void
}) {
  const purchase = usePurchase(position.id, listing, account, onBought)
  const faucet = useFaucet(account)
  const isWrongChain = useIsWrongChain()
  const [takesRisk, setTakesRisk] = useState(false)
  const { check, again } = purchase
  // what is under way is not judged again: the node may count its own outcome already
  const isSent = ['sent', 'mined', 'reorganised'].includes(purchase.fill.step)

  return (
    <div className="grid gap-4">
      <BuyPrice price={listing.price} fee={listing.fee} account={account} />
      <Facts />
      {isSent && (
        <Button variant="primary" pending>
          Buy for {formatUnits(listing.price)}
        </Button>
      )}
      {!isSent && check.state === 'checking' && (
        <div role="status">
          <p className="text-sm text-muted">Checking the order against the chain…</p>
          <Skeleton className="mt-2 h-9" />
        </div>
      )}
      {!isSent && check.state === 'refused' && (
        <FillRefused
          error={check.error}
          action={
            <>
              {purchase.isShort && position.isLocal && (
                <Button size="sm" pending={faucet.isAsking} onClick={() => void faucet.take().then(again)}>
                  Get test money
                </Button>
              )}
              <Button size="sm" onClick={() => void again()}>
                Check again
              </Button>
            </>
          }
        />
      )}
      {!isSent && check.state === 'ready' && (
        <>
          <Steps fill={check.fill} />
          {check.fill.uncoversOffers && (
            <p className="border-l-2 border-signal pl-3 text-sm">
              Paying uses up what you allowed for your standing offers: they cannot be accepted until you
              allow it again, under{' '}
              <Link href="/list/orders" prefetch={false} className="link">
                your orders
              </Link>
              .
            </p>
          )}
          {!check.fill.bound && <UnboundRisk isTaken={takesRisk} onChange={setTakesRisk} />}
          <Button
            variant="primary"
            pending={purchase.isBusy}
            disabled={isWrongChain || (!check.fill.bound && !takesRisk)}
            onClick={() => void purchase.buy()}
          >
            Buy for {formatUnits(listing.price)}
          </Button>
          <p className="text-sm text-muted">
            {purchase.isTogether
              ? 'Your wallet will ask once, for both: they happen together or not at all.'
              : check.fill.steps.length > 1
                ? 'Your wallet will ask twice: first to allow exactly this price, then to buy.'
                : 'Your wallet will ask once.'}{' '}
            The listing ends {formatInstant(listing.endTime)}.
          </p>
        </>
      )}
      {purchase.fill.step === 'idle' && (
        <TransactionStatus
          state={purchase.approval}
          done={
            purchase.isUnderWay
              ? 'The price is approved.'
              : 'The price is approved. Press Buy once more to go on.'
          }
        />
      )}
      <TransactionStatus state={purchase.fill} />
    </div>
  )
}

/** What the wallet will be asked, in order. */
function Steps({ fill }: { fill: PreparedFill }) {
  return (
    <ol className="grid gap-1 text-sm">
      {fill.steps.map(({ kind, sentence }, index) => (
        <li key={kind} className="grid grid-cols-[1.25rem_1fr]">
          <span className="figures text-muted">{index + 1}</span> {sentence}
        </li>
      ))}
    </ol>
  )
}

/** What nobody should learn after paying. */
function Facts() {
  return (
    <ul className="grid gap-1 border-y border-rule py-2 text-sm text-muted">
      <li>Hosted: the operator keeps the device and its key, and can switch it off.</li>
      <li>The right to rewards is yours from the block of the sale on.</li>
      <li>
        <a href="#what-you-get" className="link">
          All that a buyer gets and does not get
        </a>
      </li>
    </ul>
  )
}
