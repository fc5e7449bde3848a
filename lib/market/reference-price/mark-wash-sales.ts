import { DAY, type Funding, type Sale, type WashMark } from './sale'

export type WashRules = {
  /** a position that returns to a former owner within this time has made a round trip */
  roundTripSeconds: number
  /** sales in a round trip, at most */
  roundTripSales: number
  /** funding counts so long before or after a sale */
  fundingSeconds: number
  /** and from this share of the price on */
  fundingShare: number
  /** accounts that fund everybody (faucets, exchanges, the settlement contract): they link nobody */
  publicSources: ReadonlySet<string>
}

export const WASH_RULES: WashRules = {
  roundTripSeconds: 30 * DAY,
  roundTripSales: 4,
  fundingSeconds: 30 * DAY,
  fundingShare: 0.2,
  publicSources: new Set(),
}

/**
 * Marks the sales that look like trades of someone with themselves. A marked sale stays on the record and is shown with
 * its marks; it is left out of the reference price.
 *
 * - self-fill: buyer and seller are one account;
 * - round trip: the position comes back to an account that sold it, in at most four sales within thirty days: every sale
 *   of the loop is marked;
 * - funding link: within thirty days before the sale the seller sent the buyer at least a fifth of the price, or within
 *   thirty days after it the seller sent that much back beside the sale, or both got that much from one account that is
 *   no public source.
 *
 * @param funding token transfers other than the sales' own payments
 */
export function markWashSales(
  sales: readonly Sale[],
  funding: readonly Funding[],
  rules: WashRules = WASH_RULES,
): Map<string, WashMark[]> {
  const marks = new Map<string, WashMark[]>()
  const mark = (sale: Sale, found: WashMark) => {
    marks.set(sale.id, [...(marks.get(sale.id) ?? []), found])
  }
  for (const sale of sales)
    if (sale.buyer === sale.seller) mark(sale, { test: 'self-fill', account: sale.buyer })
  for (const loop of roundTrips(sales, rules))
    for (const sale of loop) mark(sale, { test: 'round-trip', sales: loop.map(({ id }) => id) })
  const received = groupBy(funding, ({ to }) => to)
  for (const sale of sales) {
    const link = fundingLink(sale, received, rules)
    if (link) mark(sale, link)
  }
  return marks
}

function roundTrips(sales: readonly Sale[], rules: WashRules): Sale[][] {
  const loops: Sale[][] = []
  for (const own of groupBy(sales, ({ position }) => String(position)).values()) {
    const inOrder = [...own].sort((a, b) => a.time - b.time)
    inOrder.forEach((first, i) => {
      if (first.buyer === first.seller) return
      const end = inOrder.findIndex((later, k) => k > i && later.buyer === first.seller)
      const loop = end === -1 ? [] : inOrder.slice(i, end + 1)
      const isQuick = loop.length > 0 && loop.at(-1)!.time - first.time <= rules.roundTripSeconds
      if (isQuick && loop.length <= rules.roundTripSales) loops.push(loop)
    })
  }
  return loops
}

function fundingLink(
  { buyer, seller, time, priceUsd }: Sale,
  received: ReadonlyMap<string, readonly Funding[]>,
  rules: WashRules,
): WashMark | undefined {
  const least = rules.fundingShare * priceUsd
  const sums = (account: string, from: number, to: number) => {
    const bySource = new Map<string, number>()
    for (const one of received.get(account) ?? [])
      if (one.time >= from && one.time <= to)
        bySource.set(one.from, (bySource.get(one.from) ?? 0) + one.amountUsd)
    return bySource
  }
  const before = sums(buyer, time - rules.fundingSeconds, time)
  if ((before.get(seller) ?? 0) >= least)
    return { test: 'funding-link', kind: 'seller funded buyer', accounts: [seller, buyer] }
  const after = sums(buyer, time, time + rules.fundingSeconds)
  if ((after.get(seller) ?? 0) >= least)
    return { test: 'funding-link', kind: 'price came back', accounts: [seller, buyer] }
  const ofSeller = sums(seller, time - rules.fundingSeconds, time)
  for (const [source, amount] of before)
    if (amount >= least && !rules.publicSources.has(source) && (ofSeller.get(source) ?? 0) >= least)
      return { test: 'funding-link', kind: 'same source', accounts: [source, seller, buyer] }
  return undefined
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
