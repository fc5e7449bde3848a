import { InvalidInputError } from '@/lib/core/errors'
import { linearAssignment } from '../assignment/linear-assignment'

export type VcgOutcome = {
  /** item won by each bidder; undefined wins nothing */
  itemOf: (number | undefined)[]
  /** what each bidder pays: the loss its presence causes the others */
  payments: number[]
  /** total of the winners' values */
  welfare: number
}

/**
 * Vickrey–Clarke–Groves auction of different items to bidders who want one each: items go where they are valued most,
 * and each winner pays the others' loss, so that saying one's true value is best whatever the others say.
 * Source: Leonard (1983); Clarke (1971), Groves (1973).
 *
 * @param values value of each bidder (row) for each item (column), not below zero
 * @param reserves least price of each item, zero unless given; an item valued below it stays
 * @throws InvalidInputError when the matrix is ragged or a figure is negative or no number
 */
export function vcgAssignment(values: readonly number[][], reserves?: readonly number[]): VcgOutcome {
  const floors = checked(values, reserves)
  const surplus = values.map((row) => row.map((value, j) => value - floors[j]!))
  const all = bestSurplus(surplus)
  const payments = values.map((_, i) => paymentOf(values, floors, surplus, all, i))
  const welfare = all.itemOf.reduce<number>(
    (sum, item, i) => sum + (item === undefined ? 0 : values[i]![item]!),
    0,
  )
  return { itemOf: all.itemOf, payments, welfare }
}

/** What one bidder of the auction wins and pays: the same, without the payments of all the others. */
export function vcgOf(
  values: readonly number[][],
  reserves: readonly number[],
  bidder: number,
): { item: number | undefined; payment: number } {
  const floors = checked(values, reserves)
  const surplus = values.map((row) => row.map((value, j) => value - floors[j]!))
  const all = bestSurplus(surplus)
  return { item: all.itemOf[bidder], payment: paymentOf(values, floors, surplus, all, bidder) }
}

function checked(values: readonly number[][], reserves: readonly number[] | undefined): readonly number[] {
  const items = values[0]?.length ?? 0
  const floors = reserves ?? Array.from({ length: items }, () => 0)
  if (values.some((row) => row.length !== items) || (values.length > 0 && floors.length !== items))
    throw new InvalidInputError('Each bidder needs one value for each item.')
  if (![...values.flat(), ...floors].every((value) => value >= 0 && value < 1e15))
    throw new InvalidInputError('Values and reserves are numbers, zero or above.')
  return floors
}

function paymentOf(
  values: readonly number[][],
  floors: readonly number[],
  surplus: readonly number[][],
  all: ReturnType<typeof bestSurplus>,
  i: number,
): number {
  const item = all.itemOf[i]
  if (item === undefined) return 0
  const without = bestSurplus(surplus.filter((_, other) => other !== i))
  const othersWith = all.total - surplus[i]![item]!
  return Math.min(values[i]![item]!, floors[item]! + Math.max(0, without.total - othersWith))
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
