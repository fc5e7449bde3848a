import type { UsdUnits } from '@/lib/core/money'
import { ATTO_PER_UNIT, type AttoRate } from './rate'
import type { Tenure } from './tenures'

export type Accrual = Tenure & { earned: UsdUnits }

/**
 * What each tenure earned, in whole base units of the dollar. Pure.
 *
 * A position's uninterrupted time in one network is one pool: its rate times its seconds, rounded down once. Where a
 * sale cuts it, each part is what the pool had grown by between its ends. So the parts add up to the pool exactly,
 * however often it is cut, and no pool is more than the rate allows.
 *
 * @param tenures in the order of {@link import('./tenures').tenuresBetween}
 * @param rateOf what the position earns in the tenure's network, 10^-18 dollars a second
 */
export function accrue(tenures: readonly Tenure[], rateOf: (tenure: Tenure) => AttoRate): Accrual[] {
  let pool: Tenure | undefined
  let previous: Tenure | undefined
  return tenures.map((tenure) => {
    const goesOn =
      previous?.positionId === tenure.positionId &&
      previous.network === tenure.network &&
      previous.to === tenure.from
    if (!goesOn || !pool) pool = tenure
    previous = tenure
    const rate = rateOf(tenure)
    const grown = (at: number, since: number) => (rate * BigInt(at - since)) / ATTO_PER_UNIT
    return { ...tenure, earned: grown(tenure.to, pool.from) - grown(tenure.from, pool.from) }
  })
}
