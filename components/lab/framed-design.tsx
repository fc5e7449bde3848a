'use client'

import { Skeleton } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import type { CostStep } from '@/lib/mechanism/congestion/free-entry'
import type { RunMeasure } from '@/lib/mechanism/tokenomics/run-measures'
import { DesignFigure } from './design-figure'
import type { Knobs } from './number-knobs'
import { useRanges } from './use-ranges'

/** One chart of two designs alone, computed in the browser that shows it. */
export function FramedDesign({
  measure,
  values,
  steps,
  source,
  method,
}: {
  measure: RunMeasure
  values: Knobs
  steps: readonly CostStep[]
  source: string
  /** address of the experiment's method */
  method: string
}) {
  const { answer, isBroken } = useRanges(values, steps)
  if (isBroken) return <p className="text-sm text-muted">This browser could not run the designs.</p>
  if (!answer) return <Skeleton className="h-80" />
  return (
    <DesignFigure
      measure={measure}
      ranges={answer.ranges}
      origin={{
        source: `this simulation, ${formatCount(values.seeds!)} seeds from ${values.seed}, on ${source}`,
        method,
        isFramed: true,
      }}
    />
  )
}
