'use client'

import { ErrorNote } from '@/components/ui'
import { TransactionLink } from '@/components/wallet/transaction-link'
import type { TransactionState } from '@/lib/chain/client/transactions/transaction-state'
import { formatCount } from '@/lib/core/format'
import type { BasketListing } from './basket-listing'
import { GoneList } from './gone-listings'
import type { PurchaseCheck } from './use-basket-purchase'

/** A purchase that the chain undid: which listing did it, what it cost, and that the rest can be bought. */
export function UndonePurchase({
  state: { hash, reason },
  check,
  asked,
}: {
  state: Extract<TransactionState, { step: 'failed' }>
  check: PurchaseCheck
  /** what the purchase was of */
  asked: readonly BasketListing[]
}) {
  const of = new Set(asked.map(({ hash }) => hash))
  const gone = check.state === 'ready' ? check.purchase.gone.filter(({ hash }) => of.has(hash)) : []
  const culprits = gone.filter(({ undoes }) => undoes)
  const named = culprits.length > 0 ? culprits : gone
  const left = check.state === 'ready' ? check.purchase.listings.length : 0
  return (
    <ErrorNote
      error={{
        message: hash
          ? `The chain undid the purchase, all of it${culprits.length > 0 ? whoDid(culprits.length) : `: ${reason}`}`
          : reason,
      }}
    >
      {named.length > 0 && (
        <div className="text-ink">
          <GoneList gone={named} listings={asked} />
        </div>
      )}
      <p>
        {hash ? (
          <>
            Nothing was paid: only the gas of <TransactionLink hash={hash} /> is spent.
          </>
        ) : (
          'Nothing was sent, and no gas was spent.'
        )}{' '}
        {gone.length > 0 && left > 0 && `${restOf(left)} checked again, and can be bought now.`}
      </p>
    </ErrorNote>
  )
}

const whoDid = (count: number) =>
  count === 1 ? ', because of one listing:' : `, because of ${formatCount(count)} listings:`

const restOf = (count: number) =>
  count === 1 ? 'The one that is left was' : `The ${formatCount(count)} that are left were`
