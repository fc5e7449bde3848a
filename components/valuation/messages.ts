import type { BreakEven } from '@/lib/valuation/engine/break-even'
import type { Greek } from '@/lib/valuation/engine/greeks'
import type { Implied } from '@/lib/valuation/engine/implied'
import type { Receipt } from '@/lib/valuation/engine/receipt'
import type { Revaluation } from '@/lib/valuation/engine/revalue'
import type { ValueAt } from '@/lib/valuation/engine/value-over-time'
import type { WhatIf } from '@/lib/valuation/engine/what-if'

/** What the page asks of its worker. */
export type Question =
  | { ask: 'recompute'; receipt: Receipt; price: number | undefined }
  | { ask: 'whatIf'; changes: WhatIf }

/** Everything the section shows, from one run. USD */
export type Findings = {
  /** names of the figures that are not what the receipt says; none: equal to the cent */
  differences: string[]
  /** of the recomputation alone, ms */
  time: number
  /** USD, before rounding */
  value: number
  fan: ValueAt[]
  greeks: Greek[]
  /** at the price asked, or the value where none is */
  breakEven: BreakEven
  /** undefined where there is no price */
  implied: Implied | undefined
}

/** What the worker answers. */
export type Answer =
  | { tell: 'progress'; share: number }
  | { tell: 'found'; findings: Findings }
  | { tell: 'whatIf'; result: Revaluation; time: number }
  | { tell: 'failed'; message: string }
