import type { Figure } from '../inputs'
import type { AssumptionBook } from './assumption-book'
import type { OperatorMonth } from './evidence'

/** What a node costs a month, with its low and high end: the operator's newest published figures, or the assumption. */
export function runningCost(
  rows: readonly OperatorMonth[],
  operator: string | null,
  book: AssumptionBook,
): { cost: Figure; low: Figure; high: Figure } {
  const published = rows
    .filter((row) => row.operator === operator && row.costUsd !== null)
    .reduce<OperatorMonth | undefined>(
      (newest, row) => (newest && newest.month > row.month ? newest : row),
      undefined,
    )
  if (published?.costUsd != null) {
    const figure = (value: number | null, end: string): Figure => ({
      value: value ?? published.costUsd ?? 0,
      source: 'observed',
      note: `${end} published for ${published.operator}, ${published.month}`,
    })
    return {
      cost: figure(published.costUsd, 'cost'),
      low: figure(published.costUsdLow, 'low cost'),
      high: figure(published.costUsdHigh, 'high cost'),
    }
  }
  const cost = book.need('running_cost')
  const spread = book.need('running_cost_spread')
  return {
    cost,
    low: { ...cost, value: cost.value * Math.max(1 - spread.value, 0) },
    high: { ...cost, value: cost.value * (1 + spread.value) },
  }
}
