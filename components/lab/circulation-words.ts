import { formatCompact, formatUsd } from '@/lib/core/format'
import type { CirculationAssumption } from '@/lib/mechanism/allocation/circulation-range'

/** What each assumption of the gap is, as the end of “What decides it is …”. */
export const deciders: Record<CirculationAssumption, string> = {
  elasticity: 'whether a network’s pool grows when devices join it',
  compatible: 'how many devices can serve another network',
  cost: 'what a move costs',
  transfer: 'how much of the gap between two networks’ rewards a moved device sees',
}

/** A month's dollars, short and with a sign. */
export function monthlyGain(usd: number): string {
  const size = Math.abs(usd)
  const text = size >= 1_000 ? formatCompact(size) : undefined
  const sign = usd < 0 ? '−' : usd > 0 ? '+' : ''
  return text === undefined ? `${sign}${formatUsd(size)}` : `${sign}$${text}`
}
