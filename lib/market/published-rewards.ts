/** What a source says of a month; null is unknown. */
export type PublishedFigures = {
  rewardTokens: number | null
  tokenPriceUsd: number | null
  rewardsUsd: number | null
}

/** What dollars are called that the source does not give. */
export const DERIVED = 'tokens × price'

/**
 * A month's rewards in dollars as far as they can be trusted, or null. This is the one place that decides it: pages,
 * files, fits and valuations read a month through it.
 *   - No dollars: tokens × price.
 *   - Dollars that repeat the tokens while the price is not near 1 are a column copied by mistake: tokens × price.
 *   - Zero dollars beside unknown tokens are a product of a blank: unknown.
 *   - All else as the source gives it.
 *
 * @returns `repaired` where the dollars are tokens × price and not the source's
 */
export function publishedRewards(month: PublishedFigures): { usd: number; repaired: boolean } | null {
  const { rewardTokens: tokens, tokenPriceUsd: price, rewardsUsd: usd } = month
  const product = tokens !== null && price !== null ? tokens * price : null
  if (usd === null) return product === null ? null : { usd: product, repaired: true }
  if (usd === 0 && tokens === null) return null
  const repeats = tokens !== null && tokens > 0 && Math.abs(usd / tokens - 1) < 0.005
  if (repeats && product !== null && price !== null && Math.abs(price - 1) > 0.05)
    return { usd: product, repaired: true }
  return { usd, repaired: false }
}
