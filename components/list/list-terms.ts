import { parseUnitsExact, type UsdUnits } from '@/lib/core/money'
import { type FeeSplit, feeOn } from '@/lib/market/fees'

/** How long a listing stands, in days. */
export const durations = [1, 7, 30, 90, 180] as const

export type ListDraft = { price: string; days: number }

export const emptyListDraft: ListDraft = { price: '', days: 30 }

export function readListDraft(kept: unknown): ListDraft | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const { price, days } = kept as Record<string, unknown>
  if (typeof price !== 'string') return undefined
  return { price, days: durations.find((it) => it === days) ?? emptyListDraft.days }
}

/** “1,234.50” → base units with fee and net; undefined while it is no price. */
export function priceOf(text: string, feeBasisPoints: number): FeeSplit | undefined {
  const price = unitsOf(text.trim().replace(/^\$/, '').replaceAll(',', ''))
  return price !== undefined && price > 0n ? feeOn(price, feeBasisPoints) : undefined
}

function unitsOf(text: string): UsdUnits | undefined {
  return /^\d{1,12}(\.\d{1,6})?$/.test(text) ? parseUnitsExact(text, 6) : undefined
}
