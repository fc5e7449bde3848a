import { Figure, Figures } from '@/components/ui'
import { formatCount, formatShare, formatUnits, formatUsd } from '@/lib/core/format'
import type { BasketAnswer } from '@/lib/mechanism/allocation/basket-answer'

/** What a basket costs, gains and may lose. */
export function BasketFigures({ answer }: { answer: BasketAnswer }) {
  const { plan, query, rows } = answer
  const held = rows.filter((row) => row.held).length
  return (
    <Figures className="sm:grid-cols-3 lg:grid-cols-[repeat(6,minmax(0,1fr))]">
      <Figure
        label="Expected gain"
        value={formatUsd(plan.gainUsd)}
        source={
          plan.costUsd > 0
            ? `${formatShare(plan.gainUsd / plan.costUsd)} of its cost, present value`
            : 'nothing bought'
        }
      />
      <Figure
        label="Tail loss, CVaR 95 %"
        value={formatUsd(plan.cvarUsd)}
        source={
          query.objective === 'tail'
            ? `mean loss of the worst twentieth; limit ${formatUsd((query.tail / 100) * (Number(query.budget) / 1e6))}`
            : 'mean loss of the worst twentieth'
        }
      />
      <Figure label="Gain, P5" value={formatUsd(plan.p5)} source="one in twenty is worse" />
      <Figure
        label="Gain, P50"
        value={formatUsd(plan.p50)}
        source={`${formatShare(plan.lossChance)} of scenarios lose`}
      />
      <Figure label="Gain, P95" value={formatUsd(plan.p95)} source="one in twenty is better" />
      <Figure
        label="Cost"
        value={formatUsd(plan.costUsd)}
        source={`${formatCount(held)} ${held === 1 ? 'position' : 'positions'}, of ${formatUnits(query.budget)}`}
      />
    </Figures>
  )
}
