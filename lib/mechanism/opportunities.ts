import { InvalidInputError } from '@/lib/core/errors'
import { quantile, sorted } from '@/lib/math/statistics/quantiles'
import { type Implied, impliedBy } from '@/lib/valuation/engine/implied'
import { type ImpliedLevels, impliedLevels } from '@/lib/valuation/engine/implied-levels'
import type { ValuedRun } from '@/lib/valuation/engine/value-with-engine'

/** What a listing comes to for whoever buys it at its price, over the scenarios of its valuation. Dollars. */
export type Prospect = {
  /** a quarter of the scenarios end below it */
  p25: number
  /** value less price */
  gap: number
  /** mean loss against the price in the worst twentieth of scenarios; at least a hundredth of the price */
  shortfall: number
  /** share of scenarios that end below the price */
  lossChance: number
  /** gap over shortfall: what is to be had on average for each dollar that may be lost */
  score: number
  /** what would have to be true for the price to be the value; null: no figure does it */
  implied: Implied & ImpliedLevels
  /** beside what the valuation assumes */
  assumed: { growth: number; requiredReturn: number }
}

const TAIL = 0.05
/** A risk of nothing would make any gap infinite: models are wrong by more than a hundredth. */
const LEAST_SHORTFALL = 0.01

/**
 * Judges a price against the realised present values of a valuation's own scenarios.
 * @throws InvalidInputError for a price that is none
 */
export function prospectOf(run: ValuedRun, priceUsd: number): Prospect {
  if (!(priceUsd > 0 && Number.isFinite(priceUsd)))
    throw new InvalidInputError('A price is more than nothing.')
  const ascending = sorted(run.realised)
  const tail = ascending.subarray(0, Math.max(1, Math.round(TAIL * ascending.length)))
  const worst = tail.reduce((sum, value) => sum + value, 0) / tail.length
  const shortfall = Math.max(priceUsd - worst, LEAST_SHORTFALL * priceUsd)
  const gap = run.value - priceUsd
  return {
    p25: quantile(ascending, 0.25),
    gap,
    shortfall,
    lossChance: countBelow(ascending, priceUsd) / ascending.length,
    score: gap / shortfall,
    implied: { ...impliedBy(run, priceUsd), ...impliedLevels(run, priceUsd) },
    assumed: {
      growth: run.valuation.inputs.rewardGrowth.value,
      requiredReturn: run.valuation.inputs.requiredReturn.value,
    },
  }
}

/** An opportunity asks less than three scenarios in four return, and less than the value. */
export function isOpportunity({ p25, gap }: Pick<Prospect, 'p25' | 'gap'>, priceUsd: number): boolean {
  return priceUsd < p25 && gap > 0
}

/** Best first; of equals the one that loses less often. */
export function rankOpportunities<item extends Pick<Prospect, 'score' | 'lossChance'>>(
  items: readonly item[],
): item[] {
  return [...items].sort((a, b) => b.score - a.score || a.lossChance - b.lossChance)
}

function countBelow(ascending: Float64Array, price: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < price) low = middle + 1
    else high = middle
  }
  return low
}
