import { formatMonth, formatUsd } from '@/lib/core/format'
import type { RewardRate } from '@/lib/market/market-row'

/** Reward a month, with its month and whose average it is on hover and for screen readers. */
export function Reward({ reward, bare }: { reward: RewardRate | undefined; bare?: boolean }) {
  if (!reward) return <span className="text-muted">–</span>
  const source = `average node of its ${reward.basis}, ${formatMonth(reward.month)}`
  return (
    <span title={source}>
      {formatUsd(reward.dollarsPerMonth)}
      {!bare && <span className="font-sans text-muted lg:hidden"> a month</span>}
      <span className="sr-only">, {source}</span>
    </span>
  )
}
