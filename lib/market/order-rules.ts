import { InvalidInputError } from '@/lib/core/errors'
import { formatExact } from '@/lib/core/format'
import type { UsdUnits } from '@/lib/core/money'
import { InvalidOrderError } from './order-errors'

/** One cent: what a price can be shown in. */
export const MIN_PRICE: UsdUnits = 10_000n
/** A thousand million dollars: beyond it a price is a slip of the keyboard. */
export const MAX_PRICE: UsdUnits = 1_000_000_000n * 1_000_000n
/** No order lives longer than 180 days: what nobody renews, nobody means any more. */
export const MAX_ORDER_SECONDS = 180 * 24 * 3600
/** Allowed between a signer's clock and ours. */
export const CLOCK_SKEW_SECONDS = 5 * 60

/** @throws InvalidOrderError (`price_too_low`, `price_too_high`) */
export function checkPrice(price: UsdUnits): void {
  if (price < MIN_PRICE)
    throw new InvalidOrderError('price_too_low', 'A price is at least one cent.', {
      min: MIN_PRICE.toString(),
    })
  if (price > MAX_PRICE)
    throw new InvalidOrderError(
      'price_too_high',
      `A price is at most ${formatExact(MAX_PRICE, 6)} dollars.`,
      { max: MAX_PRICE.toString() },
    )
}

/**
 * An order's window: it begins before it ends, ends in the future, and within 180 days of both its start and now.
 * @param window Unix seconds
 * @param now Unix seconds at the head
 * @throws InvalidOrderError (`window_empty`, `expired`, `window_too_long`)
 */
export function checkWindow(window: { startTime: bigint; endTime: bigint }, now: number): void {
  const { startTime, endTime } = window
  if (startTime >= endTime) throw new InvalidOrderError('window_empty', 'The order ends before it starts.')
  if (endTime <= BigInt(now)) throw new InvalidOrderError('expired', 'The order has already expired.')
  const longest = BigInt(MAX_ORDER_SECONDS)
  if (endTime - startTime > longest || endTime > BigInt(now + CLOCK_SKEW_SECONDS) + longest)
    throw new InvalidOrderError('window_too_long', 'An order is open for 180 days at most.', {
      maxSeconds: MAX_ORDER_SECONDS,
    })
}

/** A form's price and expiry judged at once. @throws InvalidInputError with a sentence a field */
export function checkTerms(
  terms: { price: UsdUnits; startTime: bigint; endTime: bigint },
  now: number,
): void {
  const fields: Record<string, string> = {}
  const attempt = (field: string, check: () => void) => {
    try {
      check()
    } catch (error) {
      if (!(error instanceof InvalidOrderError)) throw error
      fields[field] = error.message
    }
  }
  attempt('price', () => checkPrice(terms.price))
  attempt('expiry', () => checkWindow(terms, now))
  const sentences = Object.values(fields)
  if (sentences.length > 0) throw new InvalidInputError(sentences.join(' '), { fields })
}
