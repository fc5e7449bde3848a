import Link from 'next/link'
import { Demonstration } from '@/components/ui'
import type { NamedPosition } from '@/lib/market/portfolio'

/** Number and name of a position, leading to its page. */
export function PositionName({ position }: { position: NamedPosition }) {
  const { positionId, name, isDemonstration } = position
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <span className="figures shrink-0 text-sm text-muted lg:w-9">#{positionId}</span>
      <Link
        href={`/positions/${positionId}`}
        prefetch={false}
        className="truncate font-medium hover:text-signal-text"
      >
        {name}
      </Link>
      {isDemonstration && <Demonstration short />}
    </span>
  )
}

/** Name of its network, leading to its page. */
export function NetworkName({ network }: { network: NamedPosition['network'] }) {
  if (!network) return <span className="text-muted">–</span>
  return (
    <Link href={`/networks/${network.slug}`} prefetch={false} className="text-muted hover:text-signal-text">
      {network.name}
    </Link>
  )
}
