import { formatCount } from '@/lib/core/format'
import type { KeptReference } from '@/lib/market/reference-price/kept-reference'
import { LEAST_CLEAN_SALES } from '@/lib/market/reference-price/reference-price'

/** Why there is no figure. */
export function thinWords(reference: KeptReference | undefined): string {
  const { sales = 0, leftOut = 0 } = reference ?? {}
  const out = leftOut > 0 ? `, ${formatCount(leftOut)} left out` : ''
  const had = sales === 0 ? 'none yet' : sales === 1 ? 'one so far' : `${formatCount(sales)} so far`
  return sales < LEAST_CLEAN_SALES
    ? `No reference below ${LEAST_CLEAN_SALES} clean sales: ${had}${out}`
    : `No reference: its ${formatCount(sales)} clean sales are too old or too much between the same accounts${out}`
}
