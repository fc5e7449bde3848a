import { DAY, type Funding, type Gift, type Sale, type WashMark } from './sale'
import { type FundingIndex, indexFunding, type TraceRules, traceFunding } from './trace-funding'

export type WashRules = TraceRules & {
  /** a position that returns to a former owner within this time has made a round trip */
  roundTripSeconds: number
  /** sales in a round trip, at most */
  roundTripSales: number
  /** funding counts so long before or after a sale */
  fundingSeconds: number
  /** and from this share of the price on */
  fundingShare: number
}

export const WASH_RULES: WashRules = {
  roundTripSeconds: 30 * DAY,
  roundTripSales: 4,
  fundingSeconds: 30 * DAY,
  fundingShare: 0.2,
  hops: 3,
  senders: 50,
  publicSources: new Set(),
}

/**
 * Marks the sales that look like trades of someone with themselves. A marked sale stays on the record and is shown with
 * its marks; it is left out of the reference price.
 *
 * - self-fill: buyer and seller are one account;
 * - round trip: the position comes back to an account that sold it, by a sale or as a gift, after at most four sales
 *   within thirty days: every sale of the loop is marked;
 * - funding link: within thirty days before the sale at least a fifth of the price came from the seller to the buyer,
 *   or within thirty days after it came back to the buyer beside the sale, or that much came to both from one account
 *   that is no public source; through up to two accounts between them, in however many pieces. A sale of another
 *   position the other way, for at least a fifth of the price, brings the price back as well.
 *
 * @param funding token transfers other than the sales' own payments
 * @param gifts positions that changed hands without a sale
 */
export function markWashSales(
  sales: readonly Sale[],
  funding: readonly Funding[],
  rules: WashRules = WASH_RULES,
  gifts: readonly Gift[] = [],
): Map<string, WashMark[]> {
  const marks = new Map<string, WashMark[]>()
  const mark = (sale: Sale, found: WashMark) => {
    marks.set(sale.id, [...(marks.get(sale.id) ?? []), found])
  }

  for (const sale of sales)
    if (sale.buyer === sale.seller) mark(sale, { test: 'self-fill', account: sale.buyer })
  for (const loop of shortestBySale(roundTrips(sales, gifts, rules)))
    mark(loop.sale, { test: 'round-trip', sales: loop.loop.map(({ id }) => id) })
  const received = indexFunding(funding)
  const bySides = groupBy(sales, ({ seller, buyer }) => `${seller} ${buyer}`)
  for (const sale of sales) {
    if (sale.buyer === sale.seller) continue
    const link =
      fundingLink(sale, received, rules) ??
      otherWay(sale, bySides.get(`${sale.buyer} ${sale.seller}`) ?? [], rules)
    if (link) mark(sale, link)
  }
  return marks
}

/** Loops of sales after which the position is back with whoever sold it first. */
function roundTrips(sales: readonly Sale[], gifts: readonly Gift[], rules: WashRules): Sale[][] {
  const given = groupBy(gifts, ({ position }) => String(position))
  const loops: Sale[][] = []
  for (const [position, own] of groupBy(sales, ({ position }) => String(position))) {
    const inOrder = [...own].sort((a, b) => a.time - b.time)
    inOrder.forEach((first, i) => {
      if (first.buyer === first.seller) return
      const last = first.time + rules.roundTripSeconds
      const end = inOrder.findIndex((later, k) => k > i && later.buyer === first.seller)
      const soldBack = end !== -1 && inOrder[end]!.time <= last ? inOrder.slice(i, end + 1) : undefined
      const gift = (given.get(position) ?? []).find(
        ({ to, time }) => to === first.seller && time >= first.time && time <= last,
      )
      const givenBack =
        gift && inOrder.filter(({ time }, k) => k >= i && time >= first.time && time <= gift.time)
      for (const loop of [soldBack, givenBack])
        if (loop && loop.length > 0 && loop.length <= rules.roundTripSales) loops.push(loop)
    })
  }
  return loops
}

/** Each sale once, with the shortest loop it is part of. */
function shortestBySale(loops: readonly Sale[][]): { sale: Sale; loop: Sale[] }[] {
  const shortest = new Map<string, { sale: Sale; loop: Sale[] }>()
  for (const loop of [...loops].sort((a, b) => a.length - b.length))
    for (const sale of loop) if (!shortest.has(sale.id)) shortest.set(sale.id, { sale, loop })
  return [...shortest.values()]
}

function fundingLink(
  { buyer, seller, time, priceUsd }: Sale,
  received: FundingIndex,
  rules: WashRules,
): WashMark | undefined {
  const least = rules.fundingShare * priceUsd
  const before = traceFunding(received, buyer, time - rules.fundingSeconds, time, rules)
  if ((before.get(seller)?.amountUsd ?? 0) >= least)
    return { test: 'funding-link', kind: 'seller funded buyer', accounts: [seller, buyer] }
  const after = traceFunding(received, buyer, time, time + rules.fundingSeconds, rules)
  if ((after.get(seller)?.amountUsd ?? 0) >= least)
    return { test: 'funding-link', kind: 'price came back', accounts: [seller, buyer] }
  const ofSeller = traceFunding(received, seller, time - rules.fundingSeconds, time, rules)
  for (const [source, { amountUsd }] of before)
    if (
      source !== seller &&
      amountUsd >= least &&
      !rules.publicSources.has(source) &&
      (ofSeller.get(source)?.amountUsd ?? 0) >= least
    )
      return { test: 'funding-link', kind: 'same source', accounts: [source, seller, buyer] }
  return undefined
}

/** @param back sales of this sale's buyer to its seller */
function otherWay(sale: Sale, back: readonly Sale[], rules: WashRules): WashMark | undefined {
  const returned = back.find(
    ({ position, time, priceUsd }) =>
      position !== sale.position &&
      Math.abs(time - sale.time) <= rules.fundingSeconds &&
      priceUsd >= rules.fundingShare * sale.priceUsd,
  )
  if (!returned) return undefined
  return { test: 'funding-link', kind: 'sold to each other', accounts: [sale.seller, sale.buyer] }
}

function groupBy<item>(items: readonly item[], key: (item: item) => string): Map<string, item[]> {
  const groups = new Map<string, item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
