import { formatCount } from '@/lib/core/format'
import { MOST_AT_ONCE } from './basket-listing'

/** That a basket is larger than a transaction, where it is. */
export function AtOnce({ count }: { count: number }) {
  if (count <= MOST_AT_ONCE) return null
  return (
    <p className="text-sm text-muted">
      One transaction takes {MOST_AT_ONCE} positions: the {MOST_AT_ONCE} heaviest of these{' '}
      {formatCount(count)} come first. Then the page chooses the rest anew, with what is left for sale.
    </p>
  )
}
