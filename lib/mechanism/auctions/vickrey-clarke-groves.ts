import { InvalidInputError } from '@/lib/core/errors'
import { linearAssignment } from '../assignment/linear-assignment'

export type VcgOutcome = {
  /** item won by each line; undefined wins nothing */
  itemOf: (number | undefined)[]
  /** what each bidder pays: the loss its presence causes the others */
  payments: number[]
  /** total of the winners' values */
  welfare: number
}

/**
 * Vickrey–Clarke–Groves auction of different items: items go where they are valued most, and each bidder pays the
 * others' loss, so that saying one's true values is best whatever the others say. A line wants one item; a bidder who
 * wants several has as many lines, and pays for all of them what the others lose by all of them.
 * Source: Leonard (1983); Clarke (1971), Groves (1973).
 *
 * @param values value of each line (row) for each item (column), not below zero
 * @param reserves least price of each item, zero unless given; an item valued below it stays
 * @param bidderOf bidder of each line, counted from 0; each line its own unless given
 * @throws InvalidInputError when the matrix is ragged or a figure is negative or no number
 */
export function vcgAssignment(
  values: readonly number[][],
  reserves?: readonly number[],
  bidderOf: readonly number[] = values.map((_, i) => i),
): VcgOutcome {
  const items = values[0]?.length ?? 0
  const floors = reserves ?? Array.from({ length: items }, () => 0)
  if (values.some((row) => row.length !== items) || (values.length > 0 && floors.length !== items))
    throw new InvalidInputError('Each bidder needs one value for each item.')
  if (![...values.flat(), ...floors].every((value) => value >= 0 && value < 1e15))
    throw new InvalidInputError('Values and reserves are numbers, zero or above.')
  if (bidderOf.length !== values.length || !bidderOf.every((k) => Number.isInteger(k) && k >= 0))
    throw new InvalidInputError('Each line of values has a bidder.')
  const surplus = values.map((row) => row.map((value, j) => value - floors[j]!))
  const { itemOf, total } = bestSurplus(surplus)
  const sumOf = (lines: readonly number[], figure: (line: number, item: number) => number) =>
    lines.reduce((sum, line) => sum + (itemOf[line] === undefined ? 0 : figure(line, itemOf[line])), 0)
  const all = values.map((_, i) => i)
  const bidders = Array.from({ length: Math.max(-1, ...bidderOf) + 1 }, (_, k) => k)
  const payments = bidders.map((bidder) => {
    const own = all.filter((line) => bidderOf[line] === bidder && itemOf[line] !== undefined)
    if (own.length === 0) return 0
    const without = bestSurplus(surplus.filter((_, line) => bidderOf[line] !== bidder))
    const othersWith = total - sumOf(own, (line, item) => surplus[line]![item]!)
    const loss = Math.max(0, without.total - othersWith)
    return Math.min(
      sumOf(own, (line, item) => values[line]![item]!),
      sumOf(own, (_, item) => floors[item]!) + loss,
    )
  })
  return { itemOf, payments, welfare: sumOf(all, (line, item) => values[line]![item]!) }
}

/** The assignment of greatest surplus; a pair without surplus is not made. */
function bestSurplus(surplus: readonly number[][]): { itemOf: (number | undefined)[]; total: number } {
  const [n, items] = [surplus.length, surplus[0]?.length ?? 0]
  if (n === 0 || items === 0) return { itemOf: surplus.map(() => undefined), total: 0 }
  // one empty-handed column a bidder keeps the problem feasible
  const m = items + n
  const costs = new Float64Array(n * m)
  surplus.forEach((row, i) => {
    row.forEach((value, j) => {
      costs[i * m + j] = Math.min(0, -value)
    })
  })
  const { columnOfRow, cost } = linearAssignment(costs, n, m)
  const itemOf = surplus.map((row, i) => {
    const j = columnOfRow[i]!
    return j < items && row[j]! > 0 ? j : undefined
  })
  return { itemOf, total: cost === 0 ? 0 : -cost }
}
