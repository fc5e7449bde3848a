import { networkPage, networkRows } from '@/db/queries/network-history'
import type { NetworkPage, NetworkRow } from '@/lib/market/network-row'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'

type Reader = Pick<ServerContext, 'db' | 'now'>

export async function readNetworks(server: Reader = context()): Promise<NetworkRow[]> {
  return networkRows(server.db, await headTime(server))
}

export async function readNetwork(
  slug: string,
  server: Reader = context(),
): Promise<NetworkPage | undefined> {
  return networkPage(server.db, slug, await headTime(server))
}
