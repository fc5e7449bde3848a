import { ledgerPage } from '@/db/queries/ledger'
import { networkPage, networkRows } from '@/db/queries/network-history'
import type { LedgerEntry } from '@/lib/market/ledger-entry'
import { parseMarketQuery } from '@/lib/market/market-query'
import type { MarketRow } from '@/lib/market/market-row'
import type { NetworkPage, NetworkRow } from '@/lib/market/network-row'
import { type NetworkOrder, sortNetworks } from '@/lib/market/network-sort'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { readMarket } from '../market/read-market'

export { parseNetworkOrder } from '@/lib/market/network-sort'

export type NetworkActivity = { positions: MarketRow[]; entries: LedgerEntry[]; now: Date }

type Reader = Pick<ServerContext, 'db' | 'now'>

export async function readNetworks(server: Reader = context()): Promise<NetworkRow[]> {
  return networkRows(server.db, await headTime(server))
}

/** Networks in an order a page asks for. */
export async function readNetworksBy(order: NetworkOrder, server: Reader = context()): Promise<NetworkRow[]> {
  return sortNetworks(await readNetworks(server), order)
}

export async function readNetwork(
  slug: string,
  server: Reader = context(),
): Promise<NetworkPage | undefined> {
  return networkPage(server.db, slug, await headTime(server))
}

/** What the page of a network shows beside its figures: positions for sale, the cheapest first, and its newest entries. */
export async function readNetworkActivity(
  slug: string,
  server: Reader = context(),
): Promise<NetworkActivity> {
  const { query } = parseMarketQuery({ network: slug, sort: 'price', direction: 'asc' })
  const [market, record] = await Promise.all([
    readMarket(query, server),
    ledgerPage(
      server.db,
      { group: undefined, network: slug, position: undefined, account: undefined, cursor: undefined },
      8,
    ),
  ])
  return { positions: market.rows.slice(0, 8), entries: record.rows, now: market.now }
}
