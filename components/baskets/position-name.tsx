import Link from 'next/link'
import { Demonstration } from '@/components/ui'
import type { BasketRow } from '@/lib/mechanism/allocation/basket-answer'

/** Which position a row is of. */
export function PositionName({ row }: { row: BasketRow }) {
  return (
    <>
      <span className="flex min-w-0 items-baseline gap-2">
        <Link
          href={`/positions/${row.positionId}`}
          prefetch={false}
          className="truncate font-medium hover:text-signal-text"
        >
          {row.name}
        </Link>
        {row.isDemonstration && <Demonstration short />}
      </span>
      <span className="block truncate text-xs text-muted">
        #{row.positionId} · {row.network.name}
      </span>
    </>
  )
}
