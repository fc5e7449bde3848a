'use client'

import { Figure, Figures, Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatChange, formatCompact, formatCount, formatUsd, formatUsdCompact } from '@/lib/core/format'
import { rewardFactor } from '@/lib/mechanism/congestion/dilution'
import {
  type CostStep,
  type EntryPoint,
  freeEntry,
  growingPool,
  replicated,
} from '@/lib/mechanism/congestion/free-entry'
import { entryKnobs } from './entry-knobs'
import { KnobForm } from './knob-form'
import { LineFigure } from './line-figure'
import type { Knobs } from './number-knobs'
import { useKnobs } from './use-knobs'

/** How many devices a reward pool carries, given what they cost to run. */
export function FreeEntry({
  start,
  steps,
  nodes,
  rewardsUsd,
}: {
  start: Knobs
  steps: readonly CostStep[]
  /** running in the month, and what they shared */
  nodes: number
  rewardsUsd: number
}) {
  const { values, set, reset } = useKnobs(entryKnobs, start)
  const [poolShare, reach, elasticity, joining] = ['pool', 'reach', 'elasticity', 'joining'].map(
    (key) => values[key]!,
  ) as [number, number, number, number]
  const pool = growingPool(rewardsUsd * poolShare, nodes, elasticity)
  const could = replicated(steps, reach)
  const points = freeEntry(could, pool)
  const rising = [...could].sort((a, b) => a.costUsd - b.costUsd)
  const total = rising.reduce((sum, step) => sum + step.nodes, 0)
  const factor = rewardFactor({ nodes, joining, poolElasticity: elasticity })
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[20rem_1fr]">
      <KnobForm label="Figures of entry" knobs={entryKnobs} values={values} set={set} reset={reset} />
      <div className="min-w-0 space-y-8">
        <Section title="Where entry rests" note="devices enter while the next one earns more than it costs">
          <Table caption="Points of rest" className="max-w-prose">
            <thead>
              <tr>
                <Th>Point</Th>
                <Th numeric>Devices</Th>
                <Th numeric>Reward per device a month</Th>
                <Th numeric>Against today’s devices</Th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <Tr key={`${point.stability}-${point.nodes}`}>
                  <Td className="min-w-44">{inWords(point)}</Td>
                  <Td numeric>{formatCount(Math.round(point.nodes))}</Td>
                  <Td numeric>{formatUsd(point.rewardPerNode)}</Td>
                  <Td numeric>{formatChange(point.nodes / nodes - 1)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Section>
        <Section title="Reward and cost of the next device" note="dollars a month">
          <LineFigure
            label="Reward per device and running cost of the next device, by devices running"
            x={{ name: 'devices running', format: formatCompact }}
            y={{ name: 'USD a month', format: (y) => formatUsdCompact(y), isLog: true }}
            series={[
              { name: 'reward per device', points: rewardCurve(pool, total) },
              { name: 'cost of the next device', points: costCurve(rising), isStep: true },
            ]}
            dots={points
              .filter((point) => point.nodes > 0)
              .map((point) => ({
                x: point.nodes,
                y: point.rewardPerNode,
                name: inWords(point),
                isHollow: point.stability === 'unstable',
              }))}
          />
        </Section>
        <Section
          title={`If ${formatCount(joining)} devices join`}
          note={`the network has ${formatCount(nodes)}`}
        >
          <Figures>
            <Figure label="Reward per device" value={formatChange(factor - 1)} />
            <Figure label="From" value={formatUsd((rewardsUsd * poolShare) / nodes)} unit="a month" />
            <Figure
              label="To"
              value={formatUsd(((rewardsUsd * poolShare) / nodes) * factor)}
              unit="a month"
            />
          </Figures>
          <p className="mt-3 max-w-prose text-sm text-muted">
            A position’s value falls by the share of it that rests on rewards times this; what it fetches as
            hardware stays.
          </p>
        </Section>
      </div>
    </div>
  )
}

function inWords({ kind, stability }: EntryPoint): string {
  if (kind === 'none') return 'nobody runs (stable)'
  if (kind === 'all') return 'every device that could runs (stable)'
  return stability === 'stable'
    ? 'rest: a few more or fewer lead back here (stable)'
    : 'critical mass: below it the network shrinks, above it grows (unstable)'
}

function rewardCurve(pool: (nodes: number) => number, total: number) {
  return Array.from({ length: 120 }, (_, i) => {
    const x = (total * (i + 1)) / 120
    return { x, y: pool(x) / x }
  })
}

function costCurve(rising: readonly CostStep[]) {
  let x = 0
  return [
    { x: 0, y: rising[0]?.costUsd ?? 0 },
    ...rising.map((step) => {
      x += step.nodes
      return { x, y: step.costUsd }
    }),
  ]
}
