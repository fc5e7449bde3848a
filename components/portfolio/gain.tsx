import { classNames } from '@/components/ui/class-names'
import { formatExact, formatUnits } from '@/lib/core/format'
import type { UsdUnits } from '@/lib/core/money'

/** A gain or a loss in dollars: sign, arrow and colour say the same. What is not known is a dash. */
export function Gain({
  amount,
  unknown,
}: {
  amount: UsdUnits | undefined /** why there is none */
  unknown?: string
}) {
  if (amount === undefined)
    return (
      <span className="text-muted" title={unknown}>
        –{unknown && <span className="sr-only"> {unknown}</span>}
      </span>
    )
  const way = amount > 0n ? 'gain' : amount < 0n ? 'loss' : undefined
  return (
    <span
      className={classNames(
        'figures whitespace-nowrap',
        way === 'gain' ? 'text-gain' : way === 'loss' ? 'text-loss' : 'text-muted',
      )}
      title={`${formatExact(amount, 6)} dollars`}
    >
      <span aria-hidden className="mr-1 align-[0.1em] text-[0.7em]">
        {way === 'gain' ? '▲' : way === 'loss' ? '▼' : ''}
      </span>
      {amount > 0n && '+'}
      {formatUnits(amount)}
    </span>
  )
}
