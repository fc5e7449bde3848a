import { capWeights, type WeightCaps } from './cap-weights'
import { hearPositionsOnce } from './hear-positions-once'
import { DAY, type Sale, type WashMark } from './sale'

export type ReferenceRules = WeightCaps & {
  /** time in which a sale's weight halves */
  halfLifeSeconds: number
  /** all sales of one position together weigh what the heaviest of them does */
  isHeardOnce: boolean
}

export const REFERENCE_RULES: ReferenceRules = {
  halfLifeSeconds: 30 * DAY,
  accountShare: 0.2,
  positionShare: 0.2,
  isHeardOnce: true,
}

/** A single position's sales are all its own. */
export const POSITION_RULES: ReferenceRules = { ...REFERENCE_RULES, positionShare: 1, isHeardOnce: false }

/**
 * No reference is shown below so many clean sales: the order statistics of four sales cover the median seven times in
 * eight (1 − 2 · 2⁻⁴ = 87.5 %), of five 93.75 %, so five is the least for which a 90 % interval exists at all.
 */
export const LEAST_CLEAN_SALES = 5
/** Weighted sales must be worth so many equal ones: 2 · 2⁻ⁿ ≤ 10 %. */
export const LEAST_EFFECTIVE_SALES = Math.log2(20)

export type ReferencePrice = {
  priceUsd: number
  /** 90 % interval of the median */
  lowUsd: number
  highUsd: number
  /** sales it rests on, those left out as marked, and how many equal sales their weights are worth */
  sales: number
  leftOut: number
  effectiveSales: number
  /** clean sales with their weights, dearest last */
  weighted: { priceUsd: number; weight: number }[]
  /** the clean sales, and what they were weighted by: the cost of moving the price is computed from them */
  basis: { sales: Sale[]; now: number; rules: ReferenceRules }
}

/**
 * The reference price: median of the clean sales, each weighted by its volume times 2^(−age / half-life). A position is
 * heard once, however often it was sold, and no account and no position has more than a fifth of the weight. A median,
 * because one sale however dear moves it by no more than its weight. A sale is of one position, so its volume is one
 * unless told. The interval is that of the order statistics for as many equal sales as the weights are worth: Kish's
 * (Σw)²/Σw².
 *
 * @param now seconds; later sales are not counted
 * @returns undefined without a clean sale
 */
export function referencePrice(
  sales: readonly Sale[],
  marks: ReadonlyMap<string, readonly WashMark[]>,
  now: number,
  rules: ReferenceRules = REFERENCE_RULES,
): ReferencePrice | undefined {
  const past = sales.filter(({ time, priceUsd }) => time <= now && priceUsd > 0)
  const clean = past.filter(({ id }) => !marks.has(id))
  if (clean.length === 0) return undefined
  const weighted = weigh(clean, now, rules)
  let [total, squares] = [0, 0]
  for (const { weight } of weighted) {
    total += weight
    squares += weight ** 2
  }
  const effectiveSales = total ** 2 / squares
  const reach = (1.645 * 0.5) / Math.sqrt(effectiveSales)
  return {
    priceUsd: weightedQuantile(weighted, 0.5),
    lowUsd: weightedQuantile(weighted, Math.max(0, 0.5 - reach)),
    highUsd: weightedQuantile(weighted, Math.min(1, 0.5 + reach)),
    sales: clean.length,
    leftOut: past.length - clean.length,
    effectiveSales,
    weighted,
    basis: { sales: clean, now, rules },
  }
}

/** Whether so many sales, worth so many equal ones, carry a reference that may be shown. */
export function isEnough({ sales, effectiveSales }: ReferencePrice): boolean {
  return sales >= LEAST_CLEAN_SALES && effectiveSales >= LEAST_EFFECTIVE_SALES
}

/** Sales with their weights, cheapest first. */
export function weigh(
  sales: readonly Sale[],
  now: number,
  rules: ReferenceRules,
): { priceUsd: number; weight: number }[] {
  const own = sales.map(
    ({ time, volume = 1, counts = 1 }) => volume * counts * 2 ** (-(now - time) / rules.halfLifeSeconds),
  )
  const weights = capWeights(sales, rules.isHeardOnce ? hearPositionsOnce(sales, own) : own, rules)
  return sales
    .map(({ priceUsd }, i) => ({ priceUsd, weight: weights[i]! }))
    .sort((a, b) => a.priceUsd - b.priceUsd)
}

/** Half of the weight over which a quantile is taken: the middle fifth for the median. */
const BAND = 0.1

/**
 * Price at which a share of the weight lies below, as the mean price of the fifth of the weight around it (less at the
 * ends). For five equal sales that is the middle one, for six the mean of the middle two, as ever; but it never steps:
 * where the weights balance at a gap, a grain more moves it by a grain, wherever it is put.
 */
export function weightedQuantile(
  sorted: readonly { priceUsd: number; weight: number }[],
  share: number,
): number {
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const band = Math.min(BAND, Math.max(share, 1e-9), Math.max(1 - share, 1e-9))
  const [from, to] = [Math.max(0, share - band) * total, Math.min(1, share + band) * total]
  let [below, sum, weights] = [0, 0, 0]
  for (const { priceUsd, weight } of sorted) {
    const part = Math.min(below + weight, to) - Math.max(below, from)
    if (part > 0) {
      sum += part * priceUsd
      weights += part
    }
    below += weight
  }
  return sum / weights
}
