import Link from 'next/link'
import { Time } from '@/components/ui'
import type { Acquisition, Disposal } from '@/lib/market/cost-basis'

const words: Record<(Acquisition | Disposal)['kind'], string> = {
  minted: 'registered',
  received: 'received',
  bought: 'bought',
  sent: 'sent away',
  sold: 'sold',
}

/** How and when a position came or left, with its transaction behind it. */
export function How({ move, now }: { move: Acquisition | Disposal; now: Date }) {
  const text = (
    <>
      {words[move.kind]} <Time at={move.at} now={now} />
    </>
  )
  if (!move.transaction) return <span className="whitespace-nowrap">{text}</span>
  return (
    <Link
      href={`/tx/${move.transaction}`}
      prefetch={false}
      className="whitespace-nowrap hover:text-signal-text"
    >
      {text}
    </Link>
  )
}

/** Why a holding has no cost. */
export function whyNoCost({ kind }: Acquisition): string {
  return kind === 'minted'
    ? 'registered by this account: what the device cost is not on record'
    : 'received as a transfer: no price is on record'
}
