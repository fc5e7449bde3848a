import { optimalReserve, uniformValues } from '@/lib/mechanism/auctions/myerson'
import type { Knob, Knobs } from '../number-knobs'

/** What a seller believes of the bidders; dollars. The initial ones are replaced by the network's own values. */
export function reserveKnobs(low: number, high: number): readonly Knob[] {
  const most = Math.max(1_000, Math.ceil(high) * 4)
  const step = most > 20_000 ? 50 : 1
  return [
    {
      key: 'low',
      label: 'A bidder values it at least at',
      unit: 'USD',
      min: 0,
      max: most,
      step,
      initial: low,
    },
    { key: 'high', label: 'And at most at', unit: 'USD', min: 1, max: most, step, initial: high },
    { key: 'own', label: 'Keeping it is worth', unit: 'USD', min: 0, max: most, step, initial: low },
    { key: 'bidders', label: 'Bidders', min: 1, max: 12, step: 1, initial: 2 },
  ]
}

/** Myerson's reserve in dollars at these figures; undefined while the most a bidder values it at is not above the least. */
export function bestReserve({ low, high, own }: Knobs): number | undefined {
  return low! < high! ? optimalReserve(uniformValues(low!, high!), own!) : undefined
}
