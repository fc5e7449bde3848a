import Link from 'next/link'
import { classNames } from '@/components/ui'
import { type MarketQuery, marketHref } from '@/lib/market/market-query'

const views = [
  { view: 'list', name: 'List' },
  { view: 'cards', name: 'Cards' },
] as const

/** The same positions as rows or as cards. */
export function ViewSwitch({ query }: { query: MarketQuery }) {
  return (
    <nav aria-label="View" className="inline-flex rounded border border-control" data-print="hide">
      {views.map(({ view, name }) => (
        <Link
          key={view}
          href={marketHref(query, { view, cursor: query.cursor })}
          scroll={false}
          prefetch={false}
          aria-current={query.view === view ? 'true' : undefined}
          className={classNames(
            'inline-flex min-h-7 items-center px-2.5 text-sm first:border-r first:border-control',
            query.view === view ? 'bg-sunken text-ink' : 'text-muted hover:text-ink',
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
