import type { Sale } from './sale'

/**
 * Scales down the sales of each position until together they weigh what the heaviest of them did alone. Handing one
 * position on and on then says no more than selling it once: whoever wants more say must own more positions, and their
 * price is tied up. A position that was honestly sold twice is still heard, at both prices.
 */
export function hearPositionsOnce(
  sales: readonly Pick<Sale, 'position'>[],
  weights: readonly number[],
): number[] {
  const positions = new Map<number, { sum: number; most: number }>()
  sales.forEach(({ position }, i) => {
    const { sum, most } = positions.get(position) ?? { sum: 0, most: 0 }
    positions.set(position, { sum: sum + weights[i]!, most: Math.max(most, weights[i]!) })
  })
  return sales.map(({ position }, i) => {
    const { sum, most } = positions.get(position)!
    return sum > 0 ? (weights[i]! * most) / sum : 0
  })
}
