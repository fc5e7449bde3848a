'use client'

import { useMemo } from 'react'
import { Button, Field, Figure, Figures, Section, Select } from '@/components/ui'
import { csvLine } from '@/lib/core/csv/format-csv'
import { formatChange, formatCompact, formatCount, formatUsd } from '@/lib/core/format'
import { RandomStream } from '@/lib/math/random/random-stream'
import type { CostStep } from '@/lib/mechanism/congestion/free-entry'
import { type EpochFigures, simulateNetwork } from '@/lib/mechanism/tokenomics/simulate-network'
import { allDesignKnobs, designKnobs, runKnobs, scheduleKinds } from './design-knobs'
import { designOf } from './design-of'
import { download } from './download'
import { KnobField } from './knob-field'
import { LineFigure } from './line-figure'
import type { Knob, Knobs } from './number-knobs'
import { useKnobs } from './use-knobs'

const names = ['A', 'B'] as const
const kindNames = {
  capped: 'the same each month, until 60 months’ worth',
  halving: 'halved every two years',
  decaying: 'falls by a share each month',
  'demand-linked': 'what was burnt, less the fall',
} as const

type Measure = {
  title: string
  unit: string
  of: (one: EpochFigures) => number
  format: (y: number) => string
}

const measures: readonly Measure[] = [
  { title: 'Token price', unit: 'USD', of: ({ price }) => price, format: (y) => `$${y.toPrecision(2)}` },
  { title: 'Supply', unit: 'tokens', of: ({ supply }) => supply, format: formatCompact },
  { title: 'Operators running', unit: 'of all', of: ({ active }) => active, format: formatCount },
  {
    title: 'Reward per device',
    unit: 'USD a month',
    of: ({ rewardPerWeight }) => rewardPerWeight,
    format: (y) => `$${formatCompact(y)}`,
  },
]

/** Two designs of a network, run on the same demand and the same operators, side by side. */
export function Designs({ start, steps }: { start: Knobs; steps: readonly CostStep[] }) {
  const { values, set, reset } = useKnobs(allDesignKnobs, start)
  const runs = useMemo(
    () =>
      names.map((name) =>
        simulateNetwork(
          designOf(values, name, steps),
          values.months!,
          new RandomStream(Math.round(values.seed!)),
        ),
      ) as [EpochFigures[], EpochFigures[]],
    [values, steps],
  )
  return (
    <div className="space-y-8">
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        {names.map((name) => (
          <DesignForm key={name} name={name} values={values} set={set} />
        ))}
      </div>
      <Section
        title="The run"
        note="the same demand for both"
        action={
          <span className="flex gap-2">
            <Button size="sm" onClick={reset}>
              As at first
            </Button>
            <Button size="sm" onClick={() => download('designs.csv', csvOf(runs))}>
              CSV
            </Button>
          </span>
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
                series={names.map((name, i) => ({
                  name,
                  points: runs[i]!.map((one) => ({ x: one.epoch, y: measure.of(one) })),
                }))}
              />
            </div>
          ))}
        </div>
      </Section>
      <Section title="In the end" note={`after ${values.months} months`}>
        {names.map((name, i) => (
          <End key={name} name={name} run={runs[i]!} operators={steps.length} />
        ))}
      </Section>
    </div>
  )
}

function DesignForm({
  name,
  values,
  set,
}: {
  name: 'A' | 'B'
  values: Knobs
  set: (key: string, value: number) => void
}) {
  const isSchedule = ({ key }: Knob) => key.startsWith('schedule')
  return (
    <Section title={`Design ${name}`}>
      <form
        aria-label={`Design ${name}`}
        className="grid gap-4 lg:grid-cols-2"
        onSubmit={(event) => event.preventDefault()}
      >
        {designKnobs[name].map((knob) =>
          isSchedule(knob) ? (
            <Field key={knob.key} label={knob.label} className="lg:col-span-2">
              {(control) => (
                <Select
                  {...control}
                  value={values[knob.key]}
                  onChange={({ target }) => set(knob.key, Number(target.value))}
                >
                  {scheduleKinds.map((kind, value) => (
                    <option key={kind} value={value}>
                      {kindNames[kind]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ) : (
            <KnobField
              key={knob.key}
              knob={knob}
              value={values[knob.key]!}
              onChange={(value) => set(knob.key, value)}
            />
          ),
        )}
      </form>
    </Section>
  )
}

function End({ name, run, operators }: { name: string; run: readonly EpochFigures[]; operators: number }) {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return null
  const kept = run.reduce((share, { dilution }) => share * (1 + dilution), 1)
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
        <Figure label="Operators running" value={formatCount(last.active)} source={`of ${operators}`} />
        <Figure label="Reward per device" value={formatUsd(last.rewardPerWeight)} unit="a month" />
        <Figure
          label="A holder’s share, unstaked"
          value={formatChange(kept - 1)}
          source="what emission and burning leave of it"
        />
      </Figures>
    </div>
  )
}

/** The run as a CSV file. */
function csvOf(runs: readonly EpochFigures[][]): string {
  const head = [
    'design',
    'month',
    'demand_usd',
    'price_usd',
    'supply',
    'minted',
    'burnt',
    'operators',
    'reward_per_device_usd',
    'dilution',
  ]
  const rows = runs.flatMap((run, i) =>
    run.map((one) => [
      names[i]!,
      one.epoch,
      one.demandUsd,
      one.price,
      one.supply,
      one.minted,
      one.burnt,
      one.active,
      one.rewardPerWeight,
      one.dilution,
    ]),
  )
  return [head, ...rows].map(csvLine).join('')
}
