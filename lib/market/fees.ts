import { InvalidInputError } from '@/lib/core/errors'
import { basisPointsDown, type UsdUnits } from '@/lib/core/money'

export type FeeSplit = {
  /** what the buyer pays */
  price: UsdUnits
  /** what the fee recipient gets, rounded down */
  fee: UsdUnits
  /** what the seller gets: price − fee, exactly */
  net: UsdUnits
}

/**
 * Splits a price into fee and net proceeds, in dollar-token base units.
 *
 * @example feeOn(100_000_000n, 100) // { price: 100_000_000n, fee: 1_000_000n, net: 99_000_000n }
 * @throws InvalidInputError when the price is not positive
 */
export function feeOn(price: UsdUnits, basisPoints: number): FeeSplit {
  if (price <= 0n)
    throw new InvalidInputError('A price must be more than zero.', {
      fields: { price: 'Must be more than zero.' },
    })
  const fee = basisPointsDown(price, basisPoints)
  return { price, fee, net: price - fee }
}
