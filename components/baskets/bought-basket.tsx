'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { Address, Hex } from 'viem'
import { useReadUntil } from '@/components/position/use-read-until'
import { Skeleton } from '@/components/ui'
import { Finality } from '@/components/wallet/finality'
import { useRuntime } from '@/components/wallet/runtime-context'
import { readBasketReceipt } from '@/lib/chain/client/read-basket-receipt'
import { formatCount, formatUnits } from '@/lib/core/format'
import type { BasketListing } from './basket-listing'

/** A purchase of this page whose transaction is mined. */
export type BasketBought = {
  account: Address
  hash: Hex
  block: number
  /** what was asked for; empty where the page was reloaded meanwhile */
  asked: readonly BasketListing[]
}

/** What was bought, and what was skipped and cost nothing: by the transaction's own events. */
export function BoughtBasket({ bought, head }: { bought: BasketBought; head: number }) {
  const { client } = useRuntime()
  const isWaiting = useReadUntil(bought.block, head)
  const { data: receipt } = useQuery({
    queryKey: ['basket-receipt', bought.hash],
    queryFn: () => readBasketReceipt(client, bought.hash, bought.account),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!receipt)
    return (
      <div role="status" aria-label="Reading what was bought">
        <Skeleton className="h-20" />
      </div>
    )
  const filled = new Set(receipt.filled.map(({ positionId }) => positionId))
  const skipped = bought.asked.filter(({ positionId }) => !filled.has(positionId))
  const count = receipt.filled.length
  return (
    <div role="status" className="border-l-2 border-gain px-4 py-3">
      <p className="font-medium">
        <span aria-hidden className="mr-1.5 text-gain">
          ✓
        </span>
        {formatCount(count)} {count === 1 ? 'position is' : 'positions are'} bought for{' '}
        <span className="figures">{formatUnits(receipt.paid)}</span>.
      </p>
      {skipped.length > 0 && (
        <p className="mt-1 text-sm">
          {skipped.map(({ name }) => name).join(', ')} {skipped.length === 1 ? 'was gone' : 'were gone'} by
          then: skipped, and{' '}
          <span className="figures">{formatUnits(skipped.reduce((sum, { price }) => sum + price, 0n))}</span>{' '}
          not paid. What you allowed for it stays allowed until you use or replace it.
        </p>
      )}
      <p className="mt-1 text-sm">
        {receipt.filled.slice(0, 6).map(({ positionId }, index) => (
          <span key={positionId}>
            {index > 0 && ', '}
            <Link href={`/positions/${positionId}`} prefetch={false} className="link">
              #{positionId}
            </Link>
          </span>
        ))}
        {count > 6 && ` and ${formatCount(count - 6)} more`}. {count === 1 ? 'It stands' : 'They stand'} in
        your{' '}
        <Link href="/portfolio" prefetch={false} className="link">
          Portfolio
        </Link>
        ; {count === 1 ? 'the' : 'each'} sale is in the{' '}
        <Link href={`/tx/${bought.hash}`} prefetch={false} className="link">
          Ledger
        </Link>
        .
      </p>
      <div className="mt-1">
        <Finality blockNumber={bought.block} />
      </div>
      {isWaiting && <p className="mt-1 text-sm text-muted">The public record is reading that block…</p>}
    </div>
  )
}
