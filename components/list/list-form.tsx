'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import { endOf } from '@/components/orders/expiry'
import { SigningStatus } from '@/components/orders/signing-status'
import { useOrderSigning } from '@/components/orders/use-order-signing'
import type { PanelPosition } from '@/components/position/panel-position'
import { Button, Checkbox } from '@/components/ui'
import { useDraft } from '@/components/ui/use-draft'
import { BesideValue } from '@/components/value-bar'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useIsWrongChain } from '@/components/wallet/wrong-chain'
import { formatPercent, formatUnits, formatUnitsFull } from '@/lib/core/format'
import type { PositionOrder } from '@/lib/market/position-page'
import { prepareListing } from '@/lib/server/orders/actions'
import { emptyListDraft, priceOf, readListDraft } from './list-terms'
import { OthersPaid } from './others-paid'
import { PriceAndExpiry } from './price-and-expiry'

/** Price and expiry beside value, fee and net proceeds first, then approve and sign. */
export function ListForm({
  position,
  account,
  standing,
  onListed,
}: {
  position: PanelPosition
  account: Address
  /** listings of the same position that can still be filled */
  standing: readonly PositionOrder[]
  /** told the block that the record must have read before the listing can be bought, if there is one */
  onListed: (block: number | undefined) => void
}) {
  const router = useRouter()
  const [draft, change, forget] = useDraft(`list.${position.id}`, emptyListDraft, readListDraft)
  const [approveAll, setApproveAll] = useState(false)
  const listing = useOrderSigning(`approve-position:${position.id}`)
  const isWrongChain = useIsWrongChain()
  const terms = priceOf(draft.price, position.feeBasisPoints)
  const cheaper = terms && standing.find((order) => order.price < terms.price)
  const { state } = listing
  const fields = state.step === 'failed' ? state.error.fields : undefined

  useEffect(() => {
    if (state.step !== 'done') return
    forget()
    onListed(state.approvedIn)
    router.refresh()
  }, [state, forget, onListed, router])

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        const endTime = endOf(draft, Date.now())
        if (!terms || endTime === undefined || isWrongChain) return
        const asked = { account, positionId: position.id, price: terms.price.toString(), endTime }
        void listing.sign(() => prepareListing(asked), approveAll ? 'approve_all_positions' : undefined)
      }}
    >
      <PriceAndExpiry label="Price, in dollars" draft={draft} onChange={change} errors={fields} />
      <BesideValue value={position.value} price={terms?.price} />
      <OthersPaid reference={position.reference} price={terms?.price} />
      <dl className="grid grid-cols-[1fr_auto] gap-y-1 border-y border-rule py-2">
        <dt className="font-medium">You receive</dt>
        <dd className="figures text-right font-medium">{terms ? formatUnitsFull(terms.net) : '–'}</dd>
        <dt className="text-sm text-muted">
          fee of {formatPercent(position.feeBasisPoints / 100)}, taken from the price
        </dt>
        <dd className="figures text-right text-sm text-muted">{terms ? formatUnitsFull(terms.fee) : '–'}</dd>
      </dl>
      {cheaper && (
        <p className="border-l-2 border-loss bg-loss-wash px-4 py-2 text-sm">
          Your listing at <span className="figures">{formatUnits(cheaper.price)}</span> still stands, and
          anyone may take it. Cancel it first if you want no less.
        </p>
      )}
      <details className="text-sm text-muted">
        <summary className="cursor-pointer">What you allow and sign</summary>
        <div className="mt-2 grid gap-2">
          <p>
            First, once: Seaport may move this position when an order you signed is filled. That is a
            transaction and costs gas.
          </p>
          <Checkbox
            className="text-sm"
            label="Allow it for all my positions: later listings cost nothing, and clients that know no other approval can buy too"
            checked={approveAll}
            onChange={(event) => setApproveAll(event.target.checked)}
          />
          <p>
            Then a signature, which costs nothing: position {position.id}, exactly as its device is now, to
            whoever pays {terms ? formatUnits(terms.price) : 'the price'}{' '}
            {draft.until ? `before ${draft.until.replace('T', ' ')} UTC` : within(draft.days)};{' '}
            {terms ? formatUnitsFull(terms.net) : 'the net price'} to you,{' '}
            {terms ? formatUnitsFull(terms.fee) : 'the fee'} as the fee. If its network, model, place,
            metadata, user or flags change, or it leaves your account, the listing is void.
          </p>
        </div>
      </details>
      <Button variant="primary" type="submit" pending={listing.isBusy} disabled={!terms || isWrongChain}>
        {terms ? `List for ${formatUnits(terms.price)}` : 'List for sale'}
      </Button>
      <TransactionStatus state={listing.approval} done={approved(state.step)} />
      <SigningStatus state={state} what="listing" />
    </form>
  )
}

function within(days: number): string {
  return days === 1 ? 'within a day' : `within ${days} days`
}

function approved(step: string): string {
  return step === 'idle' ? 'Approved. Press List once more to sign.' : 'Approved.'
}
