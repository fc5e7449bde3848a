import { Td } from '@/components/ui'
import { formatUsd } from '@/lib/core/format'
import type { CostOfMoving } from '@/lib/market/reference-price/cost-of-moving'
import { costWords } from './cost-words'

/** Fees it takes to move a reference, with all else it takes in its title. */
export function CostCell({ cost }: { cost: CostOfMoving | null | undefined }) {
  return (
    <Td numeric className="max-sm:hidden">
      {cost ? <span title={costWords(cost)}>{formatUsd(cost.undetectedUsd)}</span> : '–'}
    </Td>
  )
}
