import { priceOf } from '@/components/list/list-terms'
import { writeTyped } from '@/lib/core/locale/read-typed'
import { formatUnitsExact } from '@/lib/core/money'
import type { Listable } from '@/lib/market/listable'

/** How many positions get their price at once: so many percent of each one's value, of what others paid, or the same for all. */
export type PriceRule = { kind: 'percent' | 'paid' | 'fixed'; amount: string }

export const usualRule: PriceRule = { kind: 'percent', amount: '100' }

/**
 * The price a rule gives a position, as it would be written by hand, in whole cents; undefined where it gives none: a
 * position that was never valued or has no reference, a value of nothing, an amount that is no number.
 */
export function priceByRule(
  { kind, amount }: PriceRule,
  { value, paid }: Pick<Listable, 'value' | 'paid'>,
): string | undefined {
  const written = priceOf(amount, 0)
  if (!written) return undefined
  if (kind === 'fixed') return writeTyped(formatUnitsExact(written.price, 6))
  const whole = kind === 'paid' ? paid?.price : value?.value
  if (whole === undefined || whole <= 0n) return undefined
  // cents × (percent × 10⁶) ÷ 10⁸, to the nearest cent
  const cents = (whole * written.price + 50_000_000n) / 100_000_000n
  return cents > 0n ? writeTyped(formatUnitsExact(cents * 10_000n, 6)) : undefined
}
