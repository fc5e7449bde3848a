import type { NetworkMonth } from '@/lib/mechanism/network-effects/fit-network-effect'
import { context, type ServerContext } from '../context'
import { sampleOf } from './fit-network-effects'
import { readHistories } from './read-histories'

/** The months that a network's laws are fitted to; none for a network that is not known. */
export async function readEffectSample(
  slug: string,
  { db }: Pick<ServerContext, 'db'> = context(),
): Promise<NetworkMonth[]> {
  const found = (await readHistories(db)).find((one) => one.slug === slug)
  return found ? sampleOf(found) : []
}
