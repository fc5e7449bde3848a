import { shortHex } from '@/lib/core/format'
import type { MarketRow } from '@/lib/market/market-row'

/** Who runs the device, where that is proven; else who owns the position. */
export function Operator({ row }: { row: Pick<MarketRow, 'operator' | 'owner'> }) {
  if (row.operator) return row.operator
  return (
    <span className="figures" title={row.owner}>
      {shortHex(row.owner)}
    </span>
  )
}
