import type { MarketRow } from '@/lib/market/market-row'
import { ratioScaleFor, type ValueScale } from '@/lib/market/value-scale'

/** The scale that the value bars of these rows share. */
export function scaleOf(rows: readonly MarketRow[]): ValueScale {
  return ratioScaleFor(
    rows.flatMap(({ value }) =>
      value ? [{ p5: Number(value.p5), p50: Number(value.p50), p95: Number(value.p95) }] : [],
    ),
  )
}
