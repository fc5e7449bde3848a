'use client'

import type { Address } from 'viem'
import { useBalances } from '@/components/wallet/use-balances'
import { formatUnits, formatUnitsFull } from '@/lib/core/format'

/** What is paid, where it goes, and what the account holds. */
export function BuyPrice({ price, fee, account }: { price: bigint; fee: bigint; account: Address }) {
  const { dollars } = useBalances(account)
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-1">
      <dt className="font-medium">You pay</dt>
      <dd className="figures text-right font-medium">{formatUnitsFull(price)}</dd>
      <dt className="text-sm text-muted">to the seller</dt>
      <dd className="figures text-right text-sm text-muted">{formatUnitsFull(price - fee)}</dd>
      <dt className="text-sm text-muted">fee</dt>
      <dd className="figures text-right text-sm text-muted">{formatUnitsFull(fee)}</dd>
      <dt className="border-t border-rule pt-1 text-sm text-muted">You have</dt>
      <dd className="figures border-t border-rule pt-1 text-right text-sm text-muted">
        {dollars === undefined ? '–' : formatUnits(dollars)}
      </dd>
    </dl>
  )
}
