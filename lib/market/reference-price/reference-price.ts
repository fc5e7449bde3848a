import { DAY, type Sale, type WashMark } from './sale'

export type ReferenceRules = {
  /** time in which a sale's weight halves */
  halfLifeSeconds: number
  /** most of the weight that the sales of one account, as buyer or as seller, may have together */
  accountShare: number
}

export const REFERENCE_RULES: ReferenceRules = { halfLifeSeconds: 30 * DAY, accountShare: 0.2 }

export type ReferencePrice = {
  priceUsd: number
  /** 90 % interval of the median */
  lowUsd: number
  highUsd: number
  /** sales it rests on, those left out as marked, and how many equal sales their weights are worth */
  sales: number
  leftOut: number
  effectiveSales: number
  /** clean sales with their weights, dearest last: what the cost of moving the price is computed from */
  weighted: { priceUsd: number; weight: number }[]
}

/**
 * The reference price: median of the clean sales, each weighted 2^(−age / half-life), no account with more than a fifth
 * of the weight. A median, because one sale however dear moves it by no more than its weight. The interval is that of
 * the order statistics for as many equal sales as the weights are worth: Kish's (Σw)²/Σw².
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
  const weights = capAccounts(
    clean,
    clean.map(({ time }) => 2 ** (-(now - time) / rules.halfLifeSeconds)),
    rules.accountShare,
  )
  const weighted = clean
    .map(({ priceUsd }, i) => ({ priceUsd, weight: weights[i]! }))
    .sort((a, b) => a.priceUsd - b.priceUsd)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const effectiveSales = total ** 2 / weights.reduce((sum, weight) => sum + weight ** 2, 0)
  const reach = (1.645 * 0.5) / Math.sqrt(effectiveSales)
  return {
    priceUsd: weightedQuantile(weighted, 0.5),
    lowUsd: weightedQuantile(weighted, Math.max(0, 0.5 - reach)),
    highUsd: weightedQuantile(weighted, Math.min(1, 0.5 + reach)),
    sales: clean.length,
    leftOut: past.length - clean.length,
    effectiveSales,
    weighted,
  }
}

/** Price at which a share of the weight lies below or at; halfway between two where it falls on their border. */
export function weightedQuantile(
  sorted: readonly { priceUsd: number; weight: number }[],
  share: number,
): number {
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  let below = 0
  for (const [i, { priceUsd, weight }] of sorted.entries()) {
    below += weight
    if (Math.abs(below - share * total) <= 1e-12 * total && i + 1 < sorted.length)
      return (priceUsd + sorted[i + 1]!.priceUsd) / 2
    if (below >= share * total) return priceUsd
  }
  return sorted.at(-1)!.priceUsd
}

/** Scales down the sales of accounts that weigh more than their share of the total; with few accounts all may. */
function capAccounts(sales: readonly Sale[], weights: number[], share: number): number[] {
  const accounts = new Map<string, number[]>()
  sales.forEach(({ buyer, seller }, i) => {
    for (const account of new Set([buyer, seller]))
      accounts.set(account, [...(accounts.get(account) ?? []), i])
  })
  const capped = [...weights]
  for (let round = 0; round < 20; round++) {
    const total = capped.reduce((sum, weight) => sum + weight, 0)
    let isOver = false
    for (const own of accounts.values()) {
      const sum = own.reduce((part, i) => part + capped[i]!, 0)
      if (sum <= share * total * (1 + 1e-9)) continue
      isOver = true
      for (const i of own) capped[i]! *= (share * total) / sum
    }
    if (!isOver) break
  }
  return capped
}
