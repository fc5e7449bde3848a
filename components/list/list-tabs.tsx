import Link from 'next/link'
import { listHref } from '@/lib/market/list-query'

/** The two sides of selling: what can be listed, and what is signed. */
export function ListTabs({
  current,
  owner,
}: {
  current: 'list' | 'orders'
  owner: `0x${string}` | undefined
}) {
  const look = (isCurrent: boolean) =>
    `-mb-px border-b-2 px-0.5 py-2 ${isCurrent ? 'border-signal' : 'border-transparent text-muted hover:text-ink'}`
  return (
    <nav aria-label="Listing" className="mb-4 flex gap-5 border-b border-rule">
      <Link
        href={listHref({ owner })}
        aria-current={current === 'list' ? 'page' : undefined}
        className={look(current === 'list')}
      >
        List positions
      </Link>
      <Link
        href={listHref({ owner }, '/list/orders')}
        aria-current={current === 'orders' ? 'page' : undefined}
        className={look(current === 'orders')}
      >
        Your orders
      </Link>
    </nav>
  )
}
