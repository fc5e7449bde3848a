import { type Expiry, readExpiry, usualExpiry } from '@/components/orders/expiry'
import { InvalidInputError } from '@/lib/core/errors'
import { AmbiguousFigureError, readTyped, writeTyped } from '@/lib/core/locale/read-typed'
import { parseUnitsExact } from '@/lib/core/money'
import { type FeeSplit, feeOn } from '@/lib/market/fees'

/** What is written into the form of a listing or an offer. */
export type ListDraft = Expiry & { price: string }

export const emptyListDraft: ListDraft = { price: '', ...usualExpiry }

export function readListDraft(kept: unknown): ListDraft | undefined {
  if (typeof kept !== 'object' || kept === null || !('price' in kept)) return undefined
  return typeof kept.price === 'string' ? { price: kept.price, ...readExpiry(kept) } : undefined
}

/** “1,234.50”, as the reader’s locale has it → base units with fee and net; undefined while it is no price. */
export function priceOf(text: string, feeBasisPoints: number): FeeSplit | undefined {
  const plain = plainOf(text)
  if (typeof plain !== 'string' || !/^\d{1,12}(\.\d{1,6})?$/.test(plain)) return undefined
  const price = parseUnitsExact(plain, 6)
  return price > 0n ? feeOn(price, feeBasisPoints) : undefined
}

/** What is to be done about a text that is no price; undefined where it is one, and while nothing is written. */
export function priceProblem(text: string): string | undefined {
  if (text === '' || priceOf(text, 0)) return undefined
  const plain = plainOf(text)
  return plain instanceof AmbiguousFigureError ? plain.message : `Write it as ${writeTyped('1234.50')}.`
}

function plainOf(text: string): string | InvalidInputError {
  try {
    return readTyped(text)
  } catch (error) {
    if (error instanceof InvalidInputError) return error
    throw error
  }
}
