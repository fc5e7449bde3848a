import { formatCents, formatUnits } from '@/lib/core/format'
import { bestListing, type PositionPage } from '@/lib/market/position-page'

/** A position in a sentence or two, for a search engine and under its share image. */
export function describePosition(page: PositionPage): string {
  const { facts, valuation } = page
  const listing = bestListing(page)
  const what = `${facts.document?.hardware ?? facts.model.name} on ${facts.network.name}`
  const price = listing ? `for sale at ${formatUnits(listing.price)}` : 'not for sale now'
  const worth = valuation
    ? ` Worth ${formatCents(valuation.value)} by our model, ${formatCents(valuation.p5)} to ${formatCents(valuation.p95)} from P5 to P95.`
    : ''
  return `${what}, ${price}.${worth}`
}
