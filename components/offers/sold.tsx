'use client'

import Link from 'next/link'
import type { Address, Hex } from 'viem'
import { useReadUntil } from '@/components/position/use-read-until'
import { formatUnitsFull } from '@/lib/core/format'

/** An acceptance of this page whose transaction is mined. */
export type Sale = { positionId: number; net: bigint; account: Address; hash: Hex; block: number }

/** What has come about; stays said after the position has left. */
export function Sold({ sale, head }: { sale: Sale; head: number }) {
  const isWaiting = useReadUntil(sale.block, head)
  return (
    <div role="status" className="border-l-2 border-gain px-4 py-3">
      <p className="font-medium">
        <span aria-hidden className="mr-1.5 text-gain">
          ✓
        </span>
        Position {sale.positionId} is sold. You received{' '}
        <span className="figures">{formatUnitsFull(sale.net)}</span>.
      </p>
      <p className="mt-1 text-sm">
        <Link href={`/tx/${sale.hash}`} prefetch={false} className="link">
          Transaction
        </Link>{' '}
        in block <span className="figures">{sale.block}</span>.
      </p>
      {isWaiting && <p className="mt-1 text-sm text-muted">The public record is reading that block…</p>}
    </div>
  )
}
