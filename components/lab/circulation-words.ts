import { formatCompact, formatDecimal, formatShare, formatUsd } from '@/lib/core/format'
import type { CirculationAssumption } from '@/lib/mechanism/allocation/circulation-range'

/** What each assumption of the gap is, as the end of “What decides it is …”. */
export const deciders: Record<CirculationAssumption, string> = {
  elasticity: 'whether a network’s pool grows when devices join it',
  compatible: 'how many devices can serve another network',
  cost: 'what a move costs',
  transfer: 'how much of the gap between two networks’ rewards a moved device sees',
}

/** An assumption at one of the values it is tried at, as the name of a row; the last power is about what was measured. */
export function levelName(name: CirculationAssumption, level: number): string {
  const times = level === 1 ? 'as assumed' : `${formatDecimal(level)} times as assumed`
  switch (name) {
    case 'elasticity':
      if (level === 0) return 'Twice the devices, the same pool'
      return `Twice the devices, ${formatShare(2 ** level - 1)} more pool${level === 0.8 ? ', about as measured' : ''}`
    case 'compatible':
      return `Devices that can serve another: ${times}`
    case 'cost':
      return `A move costs ${times}`
    case 'transfer':
      return `The part of a gap seen: ${times}`
  }
}

/** A month's dollars, short and with a sign. */
export function monthlyGain(usd: number): string {
  const size = Math.abs(usd)
  const text = size >= 1_000 ? formatCompact(size) : undefined
  const sign = usd < 0 ? '−' : usd > 0 ? '+' : ''
  return text === undefined ? `${sign}${formatUsd(size)}` : `${sign}$${text}`
}
