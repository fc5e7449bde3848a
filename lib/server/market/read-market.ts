import { marketPage } from '@/db/queries/market'
import type { MarketQuery } from '@/lib/market/market-query'
import type { MarketPage } from '@/lib/market/market-row'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'

export { parseMarketQuery } from '@/lib/market/market-query'

/** One page of the market, as it can be filled at head time. */
export async function readMarket(
  query: MarketQuery,
  server: Pick<ServerContext, 'db' | 'now'> = context(),
): Promise<MarketPage> {
  return marketPage(server.db, query, await headTime(server))
}
