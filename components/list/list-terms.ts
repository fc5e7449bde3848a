import { type Expiry, readExpiry, usualExpiry } from '@/components/orders/expiry'
import { parseUnitsExact, type UsdUnits } from '@/lib/core/money'
import { type FeeSplit, feeOn } from '@/lib/market/fees'

/** What is written into the form of a listing or an offer. */
export type ListDraft = Expiry & { price: string }

export const emptyListDraft: ListDraft = { price: '', ...usualExpiry }

export function readListDraft(kept: unknown): ListDraft | undefined {
  if (typeof kept !== 'object' || kept === null || !('price' in kept)) return undefined
  return typeof kept.price === 'string' ? { price: kept.price, ...readExpiry(kept) } : undefined
}

/** “1,234.50” → base units with fee and net; undefined while it is no price. */
export function priceOf(text: string, feeBasisPoints: number): FeeSplit | undefined {
  const price = unitsOf(text.trim().replace(/^\$/, '').replaceAll(',', ''))
  return price !== undefined && price > 0n ? feeOn(price, feeBasisPoints) : undefined
}

function unitsOf(text: string): UsdUnits | undefined {
  return /^\d{1,12}(\.\d{1,6})?$/.test(text) ? parseUnitsExact(text, 6) : undefined
}
