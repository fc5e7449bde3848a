import Link from 'next/link'
import { type BasketQuery, basketHref } from '@/lib/market/basket-query'

/** Positions that the address picks out or leaves out, and the way back to all. */
export function NamedApart({ query }: { query: BasketQuery }) {
  const { among, without } = query
  if (!among && without.length === 0) return null
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {among && (
        <li>
          Among {numbers(among)} alone.{' '}
          <Link href={basketHref(query, { among: undefined })} prefetch={false} className="link">
            Look at all
          </Link>
        </li>
      )}
      {without.length > 0 && (
        <li>
          Without {numbers(without)}.{' '}
          <Link href={basketHref(query, { without: [] })} prefetch={false} className="link">
            Let them in again
          </Link>
        </li>
      )}
    </ul>
  )
}

function numbers(ids: readonly number[]): string {
  const shown = ids.slice(0, 8).map((id) => `#${id}`)
  return ids.length > 8 ? `${shown.join(', ')} and ${ids.length - 8} more` : shown.join(', ')
}
