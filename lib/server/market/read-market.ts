import { bestBids } from '@/db/queries/bids'
import { marketCounts, marketRows } from '@/db/queries/market'
import type { MarketQuery } from '@/lib/market/market-query'
import type { MarketCounts, MarketRows } from '@/lib/market/market-row'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { readNearestReferences } from '../reference-price/read-nearest-references'

export { parseMarketQuery } from '@/lib/market/market-query'

/** `readAt`: by the clock, which the time of the chain's head may be ahead of. */
export type ReadMarket = MarketRows & { readAt: Date }

/** One page of the market, as it can be filled at head time. */
export async function readMarket(
  query: MarketQuery,
  server: Pick<ServerContext, 'db' | 'now'> = context(),
): Promise<ReadMarket> {
  const readAt = server.now()
  const page = await marketRows(server.db, query, await headTime(server))
  const ids = page.rows.map(({ positionId }) => positionId)
  const bids = await bestBids(server.db, ids, page.now)
  // a card has room for what others paid, a row has not
  const paid = query.view === 'cards' ? await readNearestReferences(server.db, ids) : undefined
  return {
    ...page,
    readAt,
    rows: page.rows.map((row) => ({
      ...row,
      bestBid: bids.get(row.positionId)?.price,
      paid: paid?.get(row.positionId),
    })),
  }
}

/** How many positions a view has, and how many each choice of its filters would have. */
export async function readMarketCounts(
  query: MarketQuery,
  server: Pick<ServerContext, 'db' | 'now'> = context(),
): Promise<MarketCounts> {
  return marketCounts(server.db, query, await headTime(server))
}
