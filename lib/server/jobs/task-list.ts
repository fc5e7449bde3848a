import type { TaskList } from 'graphile-worker'
import type { ServerContext } from '../context'
import { ensurePartitions } from '../heartbeats/ensure-partition'
import { openDays, rollUpDay } from '../heartbeats/roll-up-day'
import { pruneNonces } from '../session/prune-nonces'
import type { ValuationContext } from '../valuations/valuation-context'
import { valueFleet } from '../valuations/value-fleet'

export type JobContext = Pick<ServerContext, 'db' | 'now'> & ValuationContext

/** The worker's jobs by name. Each is whole in itself and safe to repeat. */
export function createTaskList(context: JobContext): TaskList {
  const { db, now } = context
  return {
    rollUpHeartbeats: async () => {
      for (const day of openDays(now())) await rollUpDay(db, day)
    },
    ensureHeartbeatPartitions: () => ensurePartitions(db, now()),
    pruneNonces: () => pruneNonces(db, now()),
    valueFleet: async () => {
      await valueFleet(context)
    },
  }
}
