import { formatCount } from '@/lib/core/format'
import type { KeptReference } from '@/lib/market/reference-price/kept-reference'
import type { ValueOfModel } from '@/lib/market/reference-price/nearest-reference'
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

/** Why a scope says nothing of one position: it may know a share of value that this position has no value for. */
export function noneWords(reference: KeptReference | undefined, value: ValueOfModel | undefined): string {
  if (!reference || reference.sales < LEAST_CLEAN_SALES) return thinWords(reference)
  if (reference.shareOfValue)
    return value
      ? 'Measured by values of another model than this one’s'
      : 'Told of a position that is valued, which this one is not yet'
  const { unvalued, sales } = reference
  return unvalued > 0
    ? `No share of value: ${formatCount(unvalued)} of its ${formatCount(sales)} sales have no receipt of today’s model`
    : thinWords(reference)
}
