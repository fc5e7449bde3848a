import { centsToUnits, toMoney, type UsdUnits } from '@/lib/core/money'

/** An amount as people name it: never below a dollar, whole dollars from a hundred on. @param cents may have a fraction */
export function wholeDollars(cents: number): UsdUnits {
  const dollars = Math.max(cents / 100, 1)
  return centsToUnits(toMoney(dollars >= 100 ? Math.round(dollars) : dollars))
}
