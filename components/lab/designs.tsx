'use client'

import { useMemo } from 'react'
import { Section, SkeletonRows } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import type { CostStep } from '@/lib/mechanism/congestion/free-entry'
import { ClosedFormSection } from './closed-form-section'
import { DesignAnswer } from './design-answer'
import { DesignComparison } from './design-comparison'
import { DesignFigure } from './design-figure'
import { DesignForm } from './design-form'
import { allDesignKnobs, runKnobs } from './design-knobs'
import { charted, measureLook } from './design-measures'
import { DesignMethod } from './design-method'
import { designNames, runDesigns } from './design-run'
import type { FigureOrigin } from './figure-foot'
import { KnobField } from './knob-field'
import type { Knobs } from './number-knobs'
import { RunFiles } from './run-files'
import { RunFlywheel } from './run-flywheel'
import { StakingSection } from './staking-section'
import { useKnobs } from './use-knobs'
import { useRanges } from './use-ranges'

/** Two designs of a network, run on the same demand and the same operators, side by side. */
export function Designs({
  start,
  steps,
  source,
}: {
  start: Knobs
  steps: readonly CostStep[]
  /** whose costs the operators have */
  source: string
}) {
  const { values, query, set, reset, setAll } = useKnobs(allDesignKnobs, start)
  const runs = useMemo(() => runDesigns(values, steps), [values, steps])
  const { answer, isBroken } = useRanges(values, steps)
  const isStale = answer?.of !== values
  const seed = Math.round(values.seed!)
  const origin: FigureOrigin = {
    source: `this simulation, seed ${seed}, on ${source}`,
    method: '#method',
    file: 'designs',
  }
  return (
    <div className="space-y-8">
      <div className="min-h-80 sm:min-h-40">
        {answer && <DesignAnswer ranges={answer.ranges} months={Math.round(answer.of.months!)} />}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 md:grid-cols-2">
        {designNames.map((name) => (
          <DesignForm key={name} name={name} values={values} set={set} setAll={setAll} />
        ))}
      </div>
      <Section
        title="In the end"
        note={answer && `median and P5 to P95 of ${formatCount(answer.of.seeds!)} seeds`}
        action={
          <RunFiles
            values={values}
            runs={runs}
            steps={steps}
            operators={source}
            onRead={setAll}
            onReset={reset}
          />
        }
      >
        <div className="mb-6 grid max-w-4xl gap-4 sm:grid-cols-3">
          {runKnobs.map((knob) => (
            <KnobField
              key={knob.key}
              knob={knob}
              value={values[knob.key]!}
              onChange={(value) => set(knob.key, value)}
            />
          ))}
        </div>
        <div aria-busy={isStale}>
          {answer ? (
            <DesignComparison ranges={answer.ranges} />
          ) : isBroken ? (
            <p className="text-muted">
              This browser could not run the seeds. The run of seed {seed} is complete: its file and the
              sections below hold it.
            </p>
          ) : (
            <SkeletonRows rows={12} rowHeight={2.5} />
          )}
        </div>
      </Section>
      <Section
        title="Month by month"
        note="the same demand for both, seed by seed; bands hold nine runs in ten"
      >
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-2">
          {charted.map((measure) => (
            <div key={measure} className="min-h-80">
              <h3 className="mb-1 font-medium">{measureLook[measure].title}</h3>
              {answer && (
                <DesignFigure
                  measure={measure}
                  ranges={answer.ranges}
                  origin={{
                    source: `this simulation, ${formatCount(answer.of.seeds!)} seeds from ${answer.of.seed}, on ${source}`,
                    method: '#method',
                    frame: `/embed/designs${query ? `${query}&` : '?'}chart=${measure}`,
                  }}
                />
              )}
            </div>
          ))}
        </div>
      </Section>
      <RunFlywheel runs={runs} seed={seed} />
      <StakingSection values={values} runs={runs} origin={origin} />
      <ClosedFormSection values={values} runs={runs} set={set} origin={origin} />
      <DesignMethod source={source} />
    </div>
  )
}
