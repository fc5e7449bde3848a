'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Address, Hex } from 'viem'
import { endOf } from '@/components/orders/expiry'
import { SigningStatus } from '@/components/orders/signing-status'
import { useCallCost } from '@/components/orders/use-call-cost'
import { useOrderSigning } from '@/components/orders/use-order-signing'
import type { PanelPosition } from '@/components/position/panel-position'
import { useReadUntil } from '@/components/position/use-read-until'
import { Button, ErrorNote } from '@/components/ui'
import { BesideValue } from '@/components/value-bar'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useTransaction } from '@/components/wallet/use-transaction'
import { useIsWrongChain } from '@/components/wallet/wrong-chain'
import { formatUnits, formatUnitsFull } from '@/lib/core/format'
import { prepareCancelMany, prepareListing } from '@/lib/server/orders/actions'
import { GasCost } from './gas-cost'
import { priceOf } from './list-terms'
import { OthersPaid } from './others-paid'
import { PriceAndExpiry } from './price-and-expiry'
import { type Reprice, repriceWay } from './reprice'

/**
 * Another price for a listing. A lower one is a new listing beside the old; a higher one cancels every cheaper listing
 * on chain first, then signs: two steps, which a reload does not lose.
 */
export function ChangePrice({
  position,
  account,
  reprice,
  change,
  onDone,
  onClose,
}: {
  position: PanelPosition
  account: Address
  reprice: Reprice
  change: (part: Partial<Reprice>) => void
  /** told the block of the approval it needed, if it needed one */
  onDone: (approvedIn: number | undefined) => void
  onClose: () => void
}) {
  const router = useRouter()
  const signing = useOrderSigning(`approve-position:${position.id}`)
  const cancel = useTransaction(`reprice:${reprice.hash}`)
  const isWrongChain = useIsWrongChain()
  const terms = priceOf(reprice.price, position.feeBasisPoints)
  const from = BigInt(reprice.from)
  const way = repriceWay(from, terms?.price)

  /** listings that would undercut the new price, and could be filled now or later */
  const cheaper = position.orders.filter(
    (order) =>
      order.kind === 'listing' &&
      order.offerer.toLowerCase() === account.toLowerCase() &&
      order.revival.kind !== 'over' &&
      terms !== undefined &&
      order.price < terms.price,
  )
  // the chain may be ahead of the page: it then says that there is nothing left to cancel
  const [isGone, setGone] = useState(false)
  const isCancelled =
    isGone || cancel.state.step === 'mined' || (reprice.isCancelling && cheaper.length === 0)
  const mustCancel = way === 'higher' && !isCancelled && cheaper.length > 0
  const cost = useCallCost<{ orderHashes: Hex[]; account: Address }, CancelValue>(
    prepareCancelMany,
    mustCancel && !cancel.isBusy ? { orderHashes: cheaper.map(({ hash }) => hash), account } : undefined,
    account,
  )
  const isNothingLeft = reprice.isCancelling && cost?.error?.name === 'ConflictError'
  useEffect(() => {
    if (isNothingLeft) setGone(true)
  }, [isNothingLeft])
  const isWaiting = useReadUntil(
    cancel.state.step === 'mined' ? cancel.state.blockNumber : undefined,
    position.head,
  )
  const original = position.orders.find(({ hash }) => hash === reprice.hash)
  const isBusy = signing.isBusy || cancel.isBusy

  const { state } = signing
  useEffect(() => {
    if (state.step !== 'done') return
    onDone(state.approvedIn)
    router.refresh()
  }, [state, onDone, router])

  async function go() {
    const endTime = endOf(reprice, Date.now())
    if (!terms || endTime === undefined || isWrongChain) return
    if (mustCancel) {
      if (!cost?.ready) return
      change({ isCancelling: true })
      const cancelled = await cancel.send(cost.ready.call)
      if (cancelled?.step !== 'mined') return
    }
    const asked = { account, positionId: position.id, price: terms.price.toString(), endTime }
    await signing.sign(() => prepareListing(asked))
  }

  if (original?.standing === 'filled')
    return (
      <ErrorNote
        error={{ message: `Someone bought at ${formatUnits(from)} before the price was changed.` }}
        action={
          <Button size="sm" onClick={onClose}>
            Close
          </Button>
        }
      />
    )
  return (
    <form
      aria-label="Change the price"
      className="grid gap-4 border-t border-rule pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        void go()
      }}
    >
      <p>
        {isCancelled ? 'Was listed at' : 'Now listed at'}{' '}
        <span className="figures font-medium">{formatUnits(from)}</span>
      </p>
      <PriceAndExpiry label="New price, in dollars" draft={reprice} onChange={change} />
      <BesideValue value={position.value} price={terms?.price}>
        You receive {terms ? formatUnitsFull(terms.net) : '–'}
      </BesideValue>
      <OthersPaid reference={position.reference} price={terms?.price} />
      {way === 'lower' && (
        <p className="text-sm">
          A lower price is a new listing, and signing it costs nothing. The one at{' '}
          <span className="figures">{formatUnits(from)}</span> stays valid until you cancel it or it ends;
          buyers are shown the cheaper.
        </p>
      )}
      {way === 'higher' && (
        <>
          <ol className="grid gap-2 text-sm">
            <Step number={1} isDone={isCancelled}>
              Cancel {cheaper.length > 1 ? `the ${cheaper.length} listings below it` : 'the present listing'}{' '}
              on chain, or anyone may go on buying at <span className="figures">{formatUnits(from)}</span>.
              {mustCancel && !cancel.isBusy && !cost?.error && <GasCost cost={cost?.ready} />}
            </Step>
            <Step number={2} isDone={state.step === 'done'}>
              Sign the listing at {terms ? formatUnits(terms.price) : 'the new price'}; that costs nothing.
              Between the two the position is not for sale.
            </Step>
          </ol>
          {cost?.error && <ErrorNote error={cost.error}>The listing stands as it did.</ErrorNote>}
        </>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          type="submit"
          pending={isBusy}
          disabled={way === 'none' || isWrongChain || isWaiting || (mustCancel && !cost?.ready && !isBusy)}
        >
          {labelOf(way, mustCancel, terms?.price)}
        </Button>
        <Button variant="quiet" onClick={onClose} disabled={isBusy}>
          {isCancelled ? 'Leave it unlisted' : 'Keep the price'}
        </Button>
      </div>
      <TransactionStatus state={cancel.state} done="The old price can no longer be paid." />
      <TransactionStatus state={signing.approval} done="Approved." />
      <SigningStatus state={state} what="listing" />
    </form>
  )
}

type CancelValue = Extract<Awaited<ReturnType<typeof prepareCancelMany>>, { ok: true }>['value']

function labelOf(way: 'none' | 'lower' | 'higher', mustCancel: boolean, price: bigint | undefined): string {
  if (way === 'none' || price === undefined) return 'Change the price'
  if (way === 'lower') return `List for ${formatUnits(price)}`
  return mustCancel ? `Cancel, then list for ${formatUnits(price)}` : `Sign at ${formatUnits(price)}`
}

function Step({ number, isDone, children }: { number: number; isDone: boolean; children: React.ReactNode }) {
  return (
    <li className="grid grid-cols-[1.25rem_1fr]">
      <span className={isDone ? 'text-gain' : 'figures text-muted'}>
        {isDone ? '✓' : number}
        {isDone && <span className="sr-only">done:</span>}
      </span>
      <div className={isDone ? 'text-muted' : undefined}>{children}</div>
    </li>
  )
}
