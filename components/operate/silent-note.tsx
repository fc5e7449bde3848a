import Link from 'next/link'
import { formatCount } from '@/lib/core/format'

/** Says that devices have stopped reporting, before anything else on the page. */
export function SilentNote({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <div role="status" className="border-l-2 border-loss bg-loss-wash px-4 py-3">
      <p>
        <span aria-hidden className="mr-2 text-loss">
          ▲
        </span>
        {count === 1 ? 'One device has' : `${formatCount(count)} devices have`} stopped reporting.
      </p>
      <p className="mt-1 text-sm text-muted">
        Silent means no report for three hours after the last reported one. Its position is untouched; check
        its power, network and clock, and it counts again with its next report.{' '}
        <Link href="/watching" className="link">
          Be told next time
        </Link>
      </p>
    </div>
  )
}
