import { z } from 'zod'
import { type Cents, formatUnitsExact, type UsdUnits } from '@/lib/core/money'
import { decimal, integerText } from './values'

/** Decimals of the dollar token. */
const TOKEN_DECIMALS = 6

export const dollars = z
  .strictObject({ amount: decimal, unit: z.literal('USD') })
  .meta({ id: 'Dollars', description: 'US dollars: an estimate or a published figure, not a payment.' })

export const tokenAmount = z
  .strictObject({
    amount: decimal.describe('whole dollar tokens'),
    unit: z.literal('dollar-token'),
    baseUnits: integerText.describe(
      'the same amount in the token’s smallest unit, 10^-6, as orders carry it',
    ),
  })
  .meta({
    id: 'TokenAmount',
    description:
      'An amount of the market’s settlement token, a dollar stablecoin of 6 decimals. Exact. GET /api/chain names the token’s contract.',
  })

export function toDollars(cents: Cents): z.input<typeof dollars> {
  return { amount: formatUnitsExact(cents, 2), unit: 'USD' }
}

export function toTokenAmount(units: UsdUnits): z.input<typeof tokenAmount> {
  return {
    amount: formatUnitsExact(units, TOKEN_DECIMALS),
    unit: 'dollar-token',
    baseUnits: units.toString(),
  }
}
