import { formatCompact, formatUsdCompact } from '@/lib/core/format'
import { lawValue } from '@/lib/mechanism/network-effects/law-value'
import { LineFigure } from './line-figure'
import type { EffectRow } from './network-effects-table'

const POINTS = 60

/** A network's months as a path through nodes and rewards, and what each fitted law says between its smallest and largest. */
export function LawsFigure({
  row: { name, effect },
  sample,
}: {
  row: EffectRow
  sample: readonly { nodes: number; rewardsUsd: number }[]
}) {
  const sizes = sample.map(({ nodes }) => nodes)
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const grid = Array.from({ length: POINTS }, (_, k) => least * (most / least) ** (k / (POINTS - 1)))
  return (
    <LineFigure
      label={`${name}: monthly rewards in dollars by nodes, and the fitted laws`}
      x={{ name: 'nodes, log scale', format: formatCompact, isLog: true }}
      y={{ name: 'USD a month, log scale', format: formatUsdCompact, isLog: true }}
      series={[
        { name: 'months', points: sample.map(({ nodes, rewardsUsd }) => ({ x: nodes, y: rewardsUsd })) },
        ...effect.levels.map((fit) => ({
          name: fit.law,
          points: grid.map((nodes) => ({ x: nodes, y: lawValue(fit, nodes) })),
        })),
      ]}
    />
  )
}
