import type { OperatorMonth } from './evidence'
import { meanOf, varianceOf, weightedQuantile } from './sample'

export type OperatorRatios = {
  /** dollars per node of the median node over those of the average node, last three months */
  medianToMean: number
  /** an operator's dollars per node over the median node's, shrunk towards 1, and the log deviation left */
  ratioOf(operator: string): { ratio: number; deviation: number; months: number } | undefined
  /** how far nodes lie from the median node, on the log scale (half the distance between their 16 % and 84 % points) */
  spread: number
}

/**
 * How operators differ: each month's log ratio of reward per node to the median node's; between-operator variance by
 * the method of moments; each operator's mean shrunk by between / (between + within / months) (normal–normal).
 */
export function operatorRatios(rows: readonly OperatorMonth[]): OperatorRatios | undefined {
  const byMonth = groupBy(
    rows.filter((row) => row.rewardsUsd > 0),
    (row) => row.month,
  )
  if (byMonth.size === 0) return undefined
  const medians = new Map(
    [...byMonth].map(([month, group]) => [
      month,
      weightedQuantile(
        group.map((row) => ({ value: row.rewardsUsd / row.nodes, weight: row.nodes })),
        0.5,
      ),
    ]),
  )
  const logRatios = new Map<string, number[]>()
  for (const [month, group] of byMonth)
    for (const row of group) {
      const ratio = clamp(Math.log(row.rewardsUsd / row.nodes / (medians.get(month) ?? 1)))
      logRatios.set(row.operator, [...(logRatios.get(row.operator) ?? []), ratio])
    }
  const means = [...logRatios.values()].map(meanOf)
  const repeated = [...logRatios.values()].filter((sample) => sample.length > 1)
  const within = repeated.length > 0 ? meanOf(repeated.map(varianceOf)) : 1
  const thinness = meanOf([...logRatios.values()].map((sample) => 1 / sample.length))
  const around = meanOf(means.map((mean) => mean * mean))
  const between = Math.max(around - within * thinness, 1e-4)

  const recent = [...byMonth.keys()].sort().slice(-3)
  const medianToMean = meanOf(
    recent.map((month) => {
      const group = byMonth.get(month) ?? []
      const nodes = group.reduce((sum, row) => sum + row.nodes, 0)
      return (medians.get(month) ?? 0) / (group.reduce((sum, row) => sum + row.rewardsUsd, 0) / nodes)
    }),
  )
  return {
    medianToMean,
    spread: meanOf(recent.map((month) => spreadOf(byMonth.get(month) ?? []))),
    ratioOf(operator) {
      const sample = logRatios.get(operator)
      if (!sample) return undefined
      const weight = between / (between + within / sample.length)
      return {
        ratio: Math.exp(weight * meanOf(sample)),
        deviation: Math.sqrt(between * (1 - weight)),
        months: sample.length,
      }
    },
  }
}

/** Nodes that hardly earn are counted at a twentieth of the median, so that they do not rule the variance. */
function clamp(logRatio: number): number {
  return Math.max(logRatio, -Math.log(20))
}

function spreadOf(group: readonly OperatorMonth[]): number {
  const sample = group.map((row) => ({ value: Math.log(row.rewardsUsd / row.nodes), weight: row.nodes }))
  return (weightedQuantile(sample, 0.84) - weightedQuantile(sample, 0.16)) / 2
}

function groupBy<row>(rows: readonly row[], keyOf: (row: row) => string): Map<string, row[]> {
  const groups = new Map<string, row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
