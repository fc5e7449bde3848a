'use client'

import { formatCompact, formatCount, formatUsdCompact } from '@/lib/core/format'
import type { EntryPoint } from '@/lib/mechanism/congestion/free-entry'
import { type EntryGround, entryAt } from './entry-at'
import type { FigureOrigin } from './figure-foot'
import { LineFigure } from './line-figure'
import type { Knobs } from './number-knobs'

/** What a device gets under either pool by how many run, what the next one costs, and where they cross. */
export function EntryFigure({
  ground,
  values,
  origin,
}: {
  ground: EntryGround
  values: Knobs
  origin: Pick<FigureOrigin, 'method' | 'frame' | 'isFramed'>
}) {
  const { rising, total, pools } = entryAt(ground, values)
  // what the first few devices share has no place on an axis of costs
  const told = [
    ...rising.map(({ costUsd }) => costUsd),
    ...pools.flatMap(({ points }) => points.map(({ rewardPerNode }) => rewardPerNode)),
  ].filter((usd) => usd > 0)
  const [lowest, highest] = [Math.min(...told) / 5, 5 * Math.max(...told)]
  return (
    <LineFigure
      label="Reward per device and running cost of the next device, by devices running"
      x={{ name: 'devices running', format: formatCompact }}
      y={{ name: 'dollars a device and month', format: formatUsdCompact, isLog: true }}
      guides={[{ x: ground.nodes, name: `running in ${ground.month}: ${formatCount(ground.nodes)}` }]}
      series={[
        ...pools.map(({ name, pool }) => ({
          name: `reward, ${name}`,
          points: rewardCurve(pool, total).filter(({ y }) => y > lowest && y < highest),
        })),
        { name: 'cost of the next device', points: costCurve(rising), isStep: true },
      ]}
      dots={pools.flatMap(({ name, points }) =>
        points
          .filter(({ nodes }) => nodes > 0)
          .map((point) => ({
            x: point.nodes,
            y: point.rewardPerNode,
            name: `${name}: ${pointName(point)}`,
            label: `${formatCount(Math.round(point.nodes))} ${point.stability === 'unstable' ? 'critical mass' : point.kind === 'all' ? 'all' : 'rest'}`,
            isHollow: point.stability === 'unstable',
          })),
      )}
      origin={{
        source: `running costs and rewards of ${ground.steps.length} operators of the relay network, ${ground.month}`,
        file: 'free-entry',
        ...origin,
      }}
    />
  )
}

/** What a point is, in words. */
export function pointName({ kind, stability }: EntryPoint): string {
  if (kind === 'none') return 'nobody runs'
  if (kind === 'all') return 'every device that could runs'
  return stability === 'stable' ? 'rest' : 'critical mass'
}

/** Closer together where devices are few: that is where a growing pool's critical mass lies. */
function rewardCurve(pool: (nodes: number) => number, total: number) {
  return Array.from({ length: 120 }, (_, i) => {
    const x = total * ((i + 1) / 120) ** 2
    return { x, y: pool(x) / x }
  })
}

function costCurve(rising: readonly { nodes: number; costUsd: number }[]) {
  let x = 0
  return [
    { x: 0, y: rising[0]?.costUsd ?? 0 },
    ...rising.map((step) => {
      x += step.nodes
      return { x, y: step.costUsd }
    }),
  ]
}
