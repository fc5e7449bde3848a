import { formatDecimal } from './format'

const units = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
] as const

/** A length of time in its largest unit, to one decimal below ten: 5400 → "1.5 h", 20 → "under 1 min". */
export function formatSpan(seconds: number): string {
  const unit = units.find(([, length]) => seconds >= length)
  if (!unit) return 'under 1 min'
  const amount = seconds / unit[1]
  return `${formatDecimal(amount, amount < 10 ? 1 : 0)} ${unit[0]}`
}
