import { exp } from '@/lib/math/elementary/exp'
import { log1p } from '@/lib/math/elementary/log1p'
import type { ValuationInputs } from './inputs'

/**
 * Chance that the device is alive at the end of each month 0 … horizon. The hazard is constant over a device's life
 * but not known exactly: gamma with mean `hazard` and relative deviation q, which gives
 *
 *     S(t) = (1 + hazard · q² · t)^(−1/q²),   and exp(−hazard · t) for q = 0
 */
export function survival(inputs: ValuationInputs): Float64Array {
  const hazard = inputs.hazard.value
  const q2 = inputs.hazardDeviation.value ** 2
  return Float64Array.from({ length: inputs.horizon.value + 1 }, (_, month) => {
    const time = month / 12
    return q2 === 0 ? exp(-hazard * time) : exp(-log1p(hazard * q2 * time) / q2)
  })
}
