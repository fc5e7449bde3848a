'use client'

import { useMemo } from 'react'
import { Figure, Figures, Section } from '@/components/ui'
import { formatChange, formatCompact, formatCount, formatUsd, formatUsdCompact } from '@/lib/core/format'
import type { CostStep } from '@/lib/mechanism/congestion/free-entry'
import { unstakedShare } from '@/lib/mechanism/tokenomics/run-figures'
import type { EpochFigures } from '@/lib/mechanism/tokenomics/simulate-network'
import { ClosedFormSection } from './closed-form-section'
import { DesignForm } from './design-form'
import { allDesignKnobs, runKnobs } from './design-knobs'
import { designNames, runDesigns } from './design-run'
import type { FigureOrigin } from './figure-foot'
import { KnobField } from './knob-field'
import { LineFigure } from './line-figure'
import type { Knobs } from './number-knobs'
import { RunFiles } from './run-files'
import { StakingSection } from './staking-section'
import { useKnobs } from './use-knobs'

type Measure = {
  title: string
  unit: string
  of: (one: EpochFigures) => number
  format: (y: number) => string
}

const measures: readonly Measure[] = [
  { title: 'Token price', unit: 'USD', of: ({ price }) => price, format: formatUsd },
  {
    title: 'Circulating supply',
    unit: 'tokens',
    of: ({ supply, treasury }) => supply - treasury,
    format: formatCompact,
  },
  { title: 'Emission', unit: 'tokens a month', of: ({ minted }) => minted, format: formatCompact },
  {
    title: 'Demand',
    unit: 'USD a month',
    of: ({ demandUsd }) => demandUsd,
    format: (y) => formatUsdCompact(y),
  },
  { title: 'Operators running', unit: 'of all', of: ({ active }) => active, format: formatCount },
  {
    title: 'Reward per device',
    unit: 'USD a month',
    of: ({ rewardPerWeight }) => rewardPerWeight,
    format: (y) => formatUsdCompact(y),
  },
]

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
  const { values, set, reset, setAll } = useKnobs(allDesignKnobs, start)
  const runs = useMemo(() => runDesigns(values, steps), [values, steps])
  const origin: FigureOrigin = {
    source: `this simulation, seed ${values.seed}, on ${source}`,
    method: '#method',
    file: 'designs',
  }
  return (
    <div className="space-y-8">
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        {designNames.map((name) => (
          <DesignForm key={name} name={name} values={values} set={set} />
        ))}
      </div>
      <Section
        title="The run"
        note="the same demand for both"
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
        <div className="mb-6 grid max-w-2xl gap-4 sm:grid-cols-2">
          {runKnobs.map((knob) => (
            <KnobField
              key={knob.key}
              knob={knob}
              value={values[knob.key]!}
              onChange={(value) => set(knob.key, value)}
            />
          ))}
        </div>
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
          {measures.map((measure) => (
            <div key={measure.title}>
              <h3 className="mb-1 font-medium">{measure.title}</h3>
              <LineFigure
                label={`${measure.title} by month, designs A and B`}
                x={{ name: 'month', format: formatCount }}
                y={{ name: measure.unit, format: measure.format }}
                series={designNames.map((name, i) => ({
                  name,
                  points: runs[i]!.map((one) => ({ x: one.epoch, y: measure.of(one) })),
                }))}
                origin={{ ...origin, file: `designs-${measure.title.toLowerCase().replaceAll(' ', '-')}` }}
              />
            </div>
          ))}
        </div>
      </Section>
      <Section title="In the end" note={`after ${values.months} months`}>
        {designNames.map((name, i) => (
          <End key={name} name={name} run={runs[i]!} operators={steps.length} />
        ))}
      </Section>
      <StakingSection values={values} runs={runs} origin={origin} />
      <ClosedFormSection values={values} runs={runs} set={set} origin={origin} />
      <Section id="method" title="Method">
        <div className="max-w-prose space-y-2 text-sm text-muted">
          <p>
            A simulation, not a forecast. In each month users spend dollars; a part buys tokens that burn, a
            part buys tokens for a treasury that keeps them, the rest pays operators. The price follows by the
            quantity equation or by market impact; the schedule mints for operators by devices and for
            stakers; bonds are slashed. Of the operators outside who expect more than their hurdle the
            cheapest enter, of those inside who expect a loss the dearest leave; expectations move halfway to
            each month’s margin. Demand compounds with drift and deviation and follows the devices running by
            the power given.
          </p>
          <p>
            Operators: {source}; half of them run at first. The closed path of burn and mint by whole months
            is S* + (S₀ − S*)(1 − v)ᵏ, the published exponential at the rate −ln(1 − v). Stakers earn i ÷ s
            when i of the supply is issued to the staked share s; a holder who does not stake keeps 1 ÷ (1 +
            i) of a share.
          </p>
        </div>
      </Section>
    </div>
  )
}

function End({ name, run, operators }: { name: string; run: readonly EpochFigures[]; operators: number }) {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return null
  return (
    <div className="mb-4 grid grid-cols-[2rem_1fr] items-baseline border-b border-rule pb-4">
      <span className="font-medium">{name}</span>
      <Figures>
        <Figure
          label="Token price"
          value={formatUsd(last.price)}
          source={`${formatChange(last.price / first.price - 1)} since the first month`}
        />
        <Figure label="Supply" value={formatCompact(last.supply)} unit="tokens" />
        <Figure label="In the treasury" value={formatCompact(last.treasury)} unit="tokens" />
        <Figure label="Operators running" value={formatCount(last.active)} source={`of ${operators}`} />
        <Figure label="Reward per device" value={formatUsd(last.rewardPerWeight)} unit="a month" />
        <Figure
          label="A holder’s share, unstaked"
          value={formatChange(unstakedShare(run) - 1)}
          source="what emission, burning and buying back leave of it"
        />
      </Figures>
    </div>
  )
}
