'use client'

import Link from 'next/link'
import type { Address, Hex } from 'viem'
import { useReadContract } from 'wagmi'
import type { PanelPosition } from '@/components/position/panel-position'
import { useReadUntil } from '@/components/position/use-read-until'
import { useRuntime } from '@/components/wallet/runtime-context'
import { positionAbi } from '@/lib/chain/client/position-abi'
import { formatUnits, shortHex } from '@/lib/core/format'

/** A purchase of this page whose transaction is mined. */
export type Purchase = { positionId: number; price: bigint; account: Address; hash: Hex; block: number }

/** What has come about, the owner read from the chain itself. */
export function Bought({
  purchase,
  position,
}: {
  purchase: Purchase
  position: Pick<PanelPosition, 'head'>
}) {
  const { chain } = useRuntime()
  const isWaiting = useReadUntil(purchase.block, position.head)
  const { data: owner } = useReadContract({
    address: chain.positions,
    abi: positionAbi,
    functionName: 'ownerOf',
    args: [BigInt(purchase.positionId)],
    chainId: chain.chainId,
  })
  return (
    <div role="status" className="border-l-2 border-gain px-4 py-3">
      <p className="font-medium">
        <span aria-hidden className="mr-1.5 text-gain">
          ✓
        </span>
        Position {purchase.positionId} is bought for{' '}
        <span className="figures">{formatUnits(purchase.price)}</span>.
      </p>
      <p className="mt-1 text-sm">
        {owner && (
          <>
            Owner on chain:{' '}
            <span className="figures" title={owner}>
              {shortHex(owner)}
            </span>
            {owner.toLowerCase() === purchase.account.toLowerCase() && ', the connected account'}.{' '}
          </>
        )}
        <Link href={`/tx/${purchase.hash}`} prefetch={false} className="link">
          Transaction
        </Link>{' '}
        in block <span className="figures">{purchase.block}</span>.
      </p>
      {isWaiting && <p className="mt-1 text-sm text-muted">The public record is reading that block…</p>}
    </div>
  )
}
