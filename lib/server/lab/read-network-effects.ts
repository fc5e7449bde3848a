import { rollUpOf } from '@/db/queries/statistics'
import { context, type ServerContext } from '../context'
import { isOfThisVersion } from '../statistics/publication-key'
import { fitNetworkEffects, NETWORK_EFFECTS, type NetworkEffects } from './fit-network-effects'

export type { NetworkEffectRow, NetworkEffects } from './fit-network-effects'

/**
 * The laws of network effects fitted to every network with enough months, as the worker keeps them: the fits take tens
 * of milliseconds, and stand until a publication changes. They are made here where no worker of this version has run yet.
 */
export async function readNetworkEffects(
  { db }: Pick<ServerContext, 'db'> = context(),
): Promise<NetworkEffects> {
  const kept = await rollUpOf(db, NETWORK_EFFECTS)
  // only `rollUpStatistics` writes the row, under a key that names its shape's version
  return kept && isOfThisVersion(kept.key) ? (kept.value as NetworkEffects) : fitNetworkEffects(db)
}
