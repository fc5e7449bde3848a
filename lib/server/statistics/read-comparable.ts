import { ALL } from '@/lib/market/statistics/measures'
import { context, type ServerContext } from '../context'
import { readNetworkChoices } from '../networks/read-network-choices'

/** What can stand in a comparison: every network by name, and all of them together. */
export async function readComparable(
  server: Pick<ServerContext, 'db'> = context(),
): Promise<{ slug: string; name: string }[]> {
  return [...(await readNetworkChoices(server)), { slug: ALL, name: 'All networks' }]
}
