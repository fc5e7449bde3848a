import { formatUsd } from '@/lib/core/format'

/** Dollars with their sign, since a gain can be a loss. */
export function gainText(usd: number): string {
  const text = formatUsd(Math.abs(usd) < 0.005 ? 0 : usd)
  return usd >= 0.005 ? `+${text}` : text
}
