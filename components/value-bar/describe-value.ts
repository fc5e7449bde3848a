import { formatCents, formatChange, formatUnits } from '@/lib/core/format'
import type { Cents, UsdUnits } from '@/lib/core/money'
import { valueGap } from '@/lib/market/price-figures'

/** A valuation in cents: its mean, which is the value, and the quantiles of what it may come to. */
export type ValueInterval = { value: Cents; p5: Cents; p50: Cents; p95: Cents }

/** The value bar in words: what a screen reader says, and the bar's tooltip. */
export function describeValue(value: ValueInterval, price: UsdUnits | undefined): string {
  const interval = `value ${formatCents(value.value)}, between ${formatCents(value.p5)} and ${formatCents(value.p95)} (P5–P95), median ${formatCents(value.p50)}`
  if (price === undefined) return `No price; ${interval}`
  const gap = valueGap(price, value.value)
  const where = gap === undefined ? '' : `, ${formatChange(-gap)} against the value`
  return `Price ${formatUnits(price)}${where}; ${interval}`
}
