'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Address } from 'viem'
import { BuyPrice } from '@/components/buy/buy-price'
import { Button, Skeleton } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useFaucet } from '@/components/wallet/use-faucet'
import { useIsWrongChain } from '@/components/wallet/wrong-chain'
import { formatCount, formatUnits } from '@/lib/core/format'
import { AtOnce } from './at-once'
import { type BasketListing, MOST_AT_ONCE } from './basket-listing'
import type { BasketBought } from './bought-basket'
import { GoneListings } from './gone-listings'
import { RefusedPurchase } from './refused-purchase'
import { UndonePurchase } from './undone-purchase'
import { type PreparedPurchase, useBasketPurchase } from './use-basket-purchase'

/** What is paid, what the wallet will ask, and the press. */
export function BasketOffer({
  listings,
  account,
  isLocal,
  isAfter,
  onBought,
}: {
  listings: readonly BasketListing[]
  account: Address
  isLocal: boolean
  /** something was just bought here: this basket is the next one */
  isAfter: boolean
  onBought: (bought: BasketBought) => void
}) {
  const router = useRouter()
  const taken = listings.slice(0, MOST_AT_ONCE)
  const purchase = useBasketPurchase(
    taken.map(({ hash }) => hash),
    account,
  )
  const faucet = useFaucet(account)
  const isWrongChain = useIsWrongChain()
  const { check, fill } = purchase
  // what the buyer saw when the wallet was asked; the page may choose anew meanwhile
  const [asked, setAsked] = useState<readonly BasketListing[]>([])
  const told = useRef<string>(undefined)
  const isSent = ['sent', 'reorganised'].includes(fill.step)
  const failed = fill.step === 'failed' ? fill : undefined

  useEffect(() => {
    if (fill.step !== 'mined' || told.current === fill.hash) return
    told.current = fill.hash
    onBought({ account, hash: fill.hash, block: fill.blockNumber, asked })
  }, [fill, account, asked, onBought])

  async function press() {
    if (check.state !== 'ready') return
    const open = new Set(check.purchase.listings.map(({ hash }) => hash))
    setAsked(taken.filter(({ hash }) => open.has(hash)))
    await purchase.buy()
  }

  return (
    <div className="grid gap-4">
      {isAfter && (
        <p className="text-sm text-muted">What is left was looked at anew; this would be the next basket.</p>
      )}
      {check.state === 'ready' && (
        <BuyPrice price={check.purchase.total} fee={check.purchase.fee} account={account} />
      )}
      {failed && <UndonePurchase state={failed} check={check} asked={asked.length > 0 ? asked : taken} />}
      {!isSent && check.state === 'checking' && (
        <div role="status">
          <p className="text-sm text-muted">Checking every listing against the chain…</p>
          <Skeleton className="mt-2 h-9" />
        </div>
      )}
      {!isSent && check.state === 'refused' && (
        <RefusedPurchase
          error={check.error}
          wasSent={failed?.hash !== undefined}
          action={
            <>
              {purchase.isShort && isLocal && (
                <Button
                  size="sm"
                  pending={faucet.isAsking}
                  onClick={() => void faucet.take().then(purchase.again)}
                >
                  Get test money
                </Button>
              )}
              <Button size="sm" onClick={() => router.refresh()}>
                Choose again
              </Button>
            </>
          }
        />
      )}
      {check.state === 'ready' && !isSent && (
        <>
          {!failed && (
            <GoneListings
              gone={check.purchase.gone}
              listings={taken}
              hasChanged={purchase.hasChanged}
              onAgain={() => router.refresh()}
            />
          )}
          <ol className="grid gap-1 text-sm">
            {check.purchase.steps.map(({ kind, sentence }, index) => (
              <li key={kind} className="grid grid-cols-[1.25rem_1fr]">
                <span className="figures text-muted">{index + 1}</span> {sentence}
              </li>
            ))}
          </ol>
          {check.purchase.uncoversOffers && (
            <p className="border-l-2 border-signal pl-3 text-sm">
              Paying uses up what you allowed for your standing offers: they cannot be accepted until you
              allow it again, under{' '}
              <Link href="/list/orders" prefetch={false} className="link">
                your orders
              </Link>
              .
            </p>
          )}
          <AtOnce count={listings.length} />
        </>
      )}
      {(isSent || check.state === 'ready') && (
        <Button
          variant="primary"
          pending={purchase.isBusy}
          disabled={isWrongChain}
          onClick={() => void press()}
        >
          {check.state === 'ready'
            ? `Buy ${failed && check.purchase.gone.length > 0 ? 'the other ' : ''}${countOf(check.purchase)} for ${formatUnits(check.purchase.total)}`
            : 'Buying the basket'}
        </Button>
      )}
      {check.state === 'ready' && !isSent && (
        <p className="text-sm text-muted">
          {purchase.isTogether
            ? 'Your wallet will ask once, for both: they happen together or not at all.'
            : check.purchase.steps.length > 1
              ? 'Your wallet will ask twice: first to allow exactly this sum, then to buy.'
              : 'Your wallet will ask once.'}{' '}
          The operators keep running the devices; the right to rewards is yours from the block of the sale on.
        </p>
      )}
      {fill.step === 'idle' && (
        <TransactionStatus
          state={purchase.approval}
          done={
            purchase.isUnderWay
              ? 'The sum is approved.'
              : 'The sum is approved. Press Buy once more to go on.'
          }
        />
      )}
      {!failed && fill.step !== 'mined' && <TransactionStatus state={fill} />}
    </div>
  )
}

function countOf({ listings }: PreparedPurchase): string {
  return `${formatCount(listings.length)} ${listings.length === 1 ? 'position' : 'positions'}`
}
