'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { Address } from 'viem'
import { emptyListDraft, priceOf, readListDraft } from '@/components/list/list-terms'
import { PriceAndExpiry } from '@/components/list/price-and-expiry'
import { endOf } from '@/components/orders/expiry'
import { SigningStatus } from '@/components/orders/signing-status'
import { useOrderSigning } from '@/components/orders/use-order-signing'
import type { PanelPosition } from '@/components/position/panel-position'
import { Button } from '@/components/ui'
import { useDraft } from '@/components/ui/use-draft'
import { BesideValue } from '@/components/value-bar'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useBalances } from '@/components/wallet/use-balances'
import { useFaucet } from '@/components/wallet/use-faucet'
import { useIsWrongChain } from '@/components/wallet/wrong-chain'
import { formatPercent, formatUnits, formatUnitsFull } from '@/lib/core/format'
import { prepareItemOffer } from '@/lib/server/orders/actions'

/** Offers dollars for a position: amount beside value and the other bids, then allow, sign. */
export function OfferForm({
  position,
  account,
  onOffered,
}: {
  position: PanelPosition
  account: Address
  /** told the block of the allowance, if one was made: the record must have read it */
  onOffered: (block: number | undefined) => void
}) {
  const router = useRouter()
  const [draft, change, forget] = useDraft(`offer.${position.id}`, emptyListDraft, readListDraft)
  const offer = useOrderSigning(`approve-offer:${position.id}`)
  const faucet = useFaucet(account)
  const { dollars } = useBalances(account)
  const isWrongChain = useIsWrongChain()
  const terms = priceOf(draft.price, position.feeBasisPoints)
  const isShort = terms !== undefined && dollars !== undefined && dollars < terms.price
  const { state } = offer
  const fields = state.step === 'failed' ? state.error.fields : undefined

  useEffect(() => {
    if (state.step !== 'done') return
    forget()
    onOffered(state.approvedIn)
    router.refresh()
  }, [state, forget, onOffered, router])

  return (
    <form
      className="grid gap-4"
      aria-label="Make an offer"
      onSubmit={(event) => {
        event.preventDefault()
        const endTime = endOf(draft, Date.now())
        if (!terms || endTime === undefined || isWrongChain || isShort) return
        const asked = { account, positionId: position.id, price: terms.price.toString(), endTime }
        void offer.sign(() => prepareItemOffer(asked))
      }}
    >
      <PriceAndExpiry
        label="Offer, in dollars"
        hint={dollars === undefined ? undefined : `you have ${formatUnits(dollars)}`}
        expiryLabel="Stands for"
        draft={draft}
        onChange={change}
        errors={fields}
        problem={isShort ? 'More than you have.' : undefined}
      />
      {isShort && position.isLocal && (
        <Button
          size="sm"
          className="justify-self-start"
          pending={faucet.isAsking}
          onClick={() => void faucet.take()}
        >
          Get test money
        </Button>
      )}
      <BesideValue value={position.value} price={terms?.price} />
      <Rank position={position} price={terms?.price} />
      <dl className="grid grid-cols-[1fr_auto] gap-y-1 border-y border-rule py-2">
        <dt className="font-medium">You pay if it is accepted</dt>
        <dd className="figures text-right font-medium">{terms ? formatUnitsFull(terms.price) : '–'}</dd>
        <dt className="text-sm text-muted">to the owner</dt>
        <dd className="figures text-right text-sm text-muted">{terms ? formatUnitsFull(terms.net) : '–'}</dd>
        <dt className="text-sm text-muted">fee of {formatPercent(position.feeBasisPoints / 100)}</dt>
        <dd className="figures text-right text-sm text-muted">{terms ? formatUnitsFull(terms.fee) : '–'}</dd>
      </dl>
      <ol className="grid gap-1.5 text-sm text-muted">
        <li>
          First, unless it is allowed already: Seaport may take{' '}
          {terms ? formatUnits(terms.price) : 'that many dollars'} from your wallet when the offer is
          accepted. That is a transaction and costs gas. The dollars stay with you until then.
        </li>
        <li>
          Then a signature, which costs nothing: {terms ? formatUnits(terms.price) : 'your dollars'} for
          position {position.id}, exactly as its device is now. If its owner, network, model, place, metadata,
          user or flags change, the offer is void.
        </li>
        <li>You can withdraw it on chain at any time before it is accepted; that costs gas.</li>
      </ol>
      <Button
        variant="primary"
        type="submit"
        pending={offer.isBusy}
        disabled={!terms || isWrongChain || isShort}
      >
        {terms ? `Offer ${formatUnits(terms.price)}` : 'Make an offer'}
      </Button>
      <TransactionStatus
        state={offer.approval}
        done={state.step === 'idle' ? 'Allowed. Press Offer once more to sign.' : 'Allowed.'}
      />
      <SigningStatus state={state} what="offer" />
    </form>
  )
}

/** Where an amount stands among the bids, and below or above the listing. */
function Rank({
  position: { book, listing },
  price,
}: {
  position: PanelPosition
  price: bigint | undefined
}) {
  if (price !== undefined && listing && price >= listing.price)
    return (
      <p className="border-l-2 border-loss bg-loss-wash px-4 py-2 text-sm">
        It is listed at <span className="figures">{formatUnits(listing.price)}</span>: buying it costs no more
        than this offer, and is done at once.
      </p>
    )
  const { bestBid, bids } = book
  if (!bestBid)
    return <p className="text-sm text-muted">Nobody has made an offer that could be accepted now.</p>
  const above = price === undefined ? undefined : bids.filter((bid) => bid.price >= price).length
  return (
    <p className="text-sm text-muted">
      Best offer now: <span className="figures text-ink">{formatUnits(bestBid.price)}</span>
      {bids.length > 1 && ` of ${bids.length}`}.{' '}
      {above === undefined
        ? ''
        : above === 0
          ? 'Yours would be the best.'
          : `Yours would stand behind ${above === 1 ? 'one other' : `${above} others`}.`}
    </p>
  )
}
