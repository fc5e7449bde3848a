import { formatExact, formatUnits } from '@/lib/core/format'
import type { UsdUnits } from '@/lib/core/money'

/** Rewards in dollars: what is more than nothing never reads as nothing. */
export function Earned({ amount }: { amount: UsdUnits }) {
  if (amount === 0n) return <span className="text-muted">–</span>
  return (
    <span className="figures" title={`${formatExact(amount, 6)} dollars`}>
      {amount < 10_000n ? `<${formatUnits(10_000n)}` : formatUnits(amount)}
    </span>
  )
}
