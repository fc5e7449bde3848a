import Link from 'next/link'
import type { ActiveFilter } from '@/lib/market/market-filters'

/** The filters that are on; pressing one takes it off. */
export function ActiveFilters({
  filters,
  clearHref,
}: {
  filters: readonly ActiveFilter[]
  /** the view without any */
  clearHref: string
}) {
  if (filters.length === 0) return null
  return (
    <ul aria-label="Filters that are on" className="flex flex-wrap gap-1.5">
      {filters.map(({ name, text, href }) => (
        <li key={name}>
          <Link
            href={href}
            scroll={false}
            prefetch={false}
            aria-label={`Take off the filter ${text}`}
            className="inline-flex min-h-7 items-center gap-2 rounded border border-control bg-raised px-2 text-sm hover:border-ink"
          >
            {text}
            <span aria-hidden className="text-muted">
              ✕
            </span>
          </Link>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Link
            prefetch={false}
            href={clearHref}
            scroll={false}
            className="link inline-flex min-h-7 items-center px-1.5 text-sm text-muted"
          >
            Clear all
          </Link>
        </li>
      )}
    </ul>
  )
}
