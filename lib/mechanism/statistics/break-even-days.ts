/** Days in the mean month. */
export const DAYS_PER_MONTH = 365.25 / 12

/**
 * Days until a new device has earned its price, if a month like this one lasted: nothing is discounted, and nobody
 * enters or leaves.
 *
 * @param priceUsd of the device, above zero
 * @param monthlyUsd what its operator keeps of the month's reward per node
 * @param costUsd to run it for the month
 * @returns undefined where it earns no more than it costs to run: never
 * @example breakEvenDays(300, 12, 2) // 913.125
 */
export function breakEvenDays(priceUsd: number, monthlyUsd: number, costUsd: number): number | undefined {
  const margin = monthlyUsd - costUsd
  return margin > 0 ? (priceUsd / margin) * DAYS_PER_MONTH : undefined
}
