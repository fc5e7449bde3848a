'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { Address, Hex } from 'viem'
import { useReadContract } from 'wagmi'
import type { PanelPosition } from '@/components/position/panel-position'
import { useReadUntil } from '@/components/position/use-read-until'
import { Finality } from '@/components/wallet/finality'
import { useRuntime } from '@/components/wallet/runtime-context'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useBook } from '@/components/wallet/use-book'
import { positionAbi } from '@/lib/chain/client/position-abi'
import { formatUnits, shortHex } from '@/lib/core/format'

/** The owner is read from the chain this often; a page that a reorganisation made wrong, too. */
const OWNER_AGAIN_MS = 3_000

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
  const outcome = useOutcome(chain.chainId, purchase)
  const block = outcome?.step === 'mined' ? outcome.blockNumber : purchase.block
  const isUndone = outcome !== undefined && outcome.step !== 'mined'
  const isWaiting = useReadUntil(block, position.head)
  useReadAgain(isUndone)
  const { data: owner } = useReadContract({
    address: chain.positions,
    abi: positionAbi,
    functionName: 'ownerOf',
    args: [BigInt(purchase.positionId)],
    chainId: chain.chainId,
    query: { refetchInterval: OWNER_AGAIN_MS },
  })
  if (isUndone) return <TransactionStatus state={outcome} />
  // given up after a reorganisation, or sold on since
  if (!outcome && owner && owner.toLowerCase() !== purchase.account.toLowerCase()) return null
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
        in block <span className="figures">{block}</span>.
      </p>
      <div className="mt-1">
        <Finality blockNumber={block} />
      </div>
      {isWaiting && <p className="mt-1 text-sm text-muted">The public record is reading that block…</p>}
    </div>
  )
}

/** What has become of a purchase since it was mined; undefined once it is forgotten. */
function useOutcome(chainId: number, { account, hash }: Purchase) {
  const { records } = useBook(chainId, account)
  return records.find((it) => it.hash === hash || ('hash' in it.outcome && it.outcome.hash === hash))?.outcome
}

/** Reads the page again while what it shows is known to be overtaken. */
function useReadAgain(isOvertaken: boolean) {
  const router = useRouter()
  useEffect(() => {
    if (!isOvertaken) return
    const timer = setInterval(() => router.refresh(), OWNER_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isOvertaken, router])
}
