import type { Figure } from '../inputs'
import type { NetworkMonth } from './evidence'
import { monthsBetween } from './month'
import { varianceOf } from './sample'

const MONTHS = 12
/** A monthly change of nodes is uncertain by this much at least, on the log scale. */
const MIN_DEVIATION = 0.02

/**
 * Yearly log growth of a network's nodes over its last known year, shrunk towards the prior by its own standard
 * error (normal–normal), with the deviation that is left.
 */
export function nodeGrowth(
  months: readonly NetworkMonth[],
  prior: Figure,
  priorDeviation: Figure,
): { growth: Figure; deviation: Figure } {
  const counted = months
    .filter(({ activeNodes }) => activeNodes !== null && activeNodes > 0)
    .slice(-MONTHS - 1)
  const first = counted[0]
  const last = counted.at(-1)
  const changes = counted.slice(1).map((row, index) => {
    const before = counted[index]
    const gap = before ? monthsBetween(before.month, row.month) : 1
    return Math.log((row.activeNodes ?? 1) / (before?.activeNodes ?? 1)) / Math.sqrt(gap)
  })
  if (!first || !last || changes.length < 2) return { growth: prior, deviation: priorDeviation }
  const years = monthsBetween(first.month, last.month) / 12
  const observed = Math.log((last.activeNodes ?? 1) / (first.activeNodes ?? 1)) / years
  const error2 = (Math.max(varianceOf(changes), MIN_DEVIATION ** 2) * 12) / years
  const prior2 = priorDeviation.value ** 2
  const note = `nodes ${first.month} to ${last.month}, drawn towards ${prior.value}`
  return {
    growth: {
      value: (observed * prior2 + prior.value * error2) / (prior2 + error2),
      source: 'estimated',
      note,
    },
    deviation: { value: Math.sqrt((prior2 * error2) / (prior2 + error2)), source: 'estimated', note },
  }
}
