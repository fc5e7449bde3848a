import type { TaskList } from 'graphile-worker'
import type { Deployment } from '@/lib/chain/deployment'
import { type DrawContext, drawScenarios } from '../baskets/draw-scenarios'
import type { ServerContext } from '../context'
import { ensurePartitions } from '../heartbeats/ensure-partition'
import { openDays, rollUpDay } from '../heartbeats/roll-up-day'
import { rollUpCirculation } from '../lab/roll-up-circulation'
import { rollUpEntry } from '../lab/roll-up-entry'
import { refreshListings, refreshUptime } from '../market/refresh-market'
import { refreshOpportunities } from '../opportunities/refresh-opportunities'
import { refreshReferences } from '../reference-price/refresh-references'
import { closeEpochs } from '../rewards/close-epochs'
import type { RewardPublisher } from '../rewards/reward-publisher'
import { pruneNonces } from '../session/prune-nonces'
import { readAllSources } from '../sources/read-all-sources'
import type { SourceContext } from '../sources/read-source'
import { refreshSqueezes } from '../squeeze/refresh-squeezes'
import { rollUpStatistics } from '../statistics/roll-up-statistics'
import type { ValuationContext } from '../valuations/valuation-context'
import { valueFleet } from '../valuations/value-fleet'
import { evaluateWatches } from '../watches/evaluate-watches'
import { deliverJob } from '../webhooks/deliver-job'

export type JobContext = Pick<ServerContext, 'db' | 'now'> &
  ValuationContext &
  DrawContext & {
    /** the node to read contracts of networks from; absent where none is set up */
    chain?: SourceContext['chain']
    /** the contracts of the chain and its fee; absent where this process keeps no reference prices */
    deployment?: Deployment
    /** opens the secrets that messages are signed with; absent where this process sends none */
    secretBox?: ServerContext['secretBox']
    /** accounts that pay everybody */
    publicSources?: readonly string[]
    /** absent where this process publishes no rewards */
    rewards?: RewardPublisher | undefined
  }

/** The worker's jobs by name. Each is whole in itself and safe to repeat. */
export function createTaskList(context: JobContext): TaskList {
  const { db, now } = context
  return {
    rollUpHeartbeats: async () => {
      for (const day of openDays(now())) await rollUpDay(db, day)
    },
    ensureHeartbeatPartitions: () => ensurePartitions(db, now()),
    closeRewardEpochs: async () => {
      if (context.rewards) await closeEpochs(db, context.rewards)
    },
    pruneNonces: () => pruneNonces(db, now()),
    refreshListings: async () => {
      await refreshListings(db)
    },
    refreshUptime: async () => {
      await refreshUptime(db)
    },
    valueFleet: async () => {
      await valueFleet(context)
    },
    rollUpStatistics: async () => {
      await rollUpStatistics(context)
    },
    refreshReferences: async () => {
      if (context.deployment) await refreshReferences({ ...context, deployment: context.deployment })
    },
    drawScenarios: async () => {
      await drawScenarios(context)
    },
    refreshOpportunities: async () => {
      await refreshOpportunities(context)
    },
    refreshSqueezes: async () => {
      await refreshSqueezes(context)
    },
    rollUpEntry: async () => {
      await rollUpEntry(context)
    },
    rollUpCirculation: async () => {
      await rollUpCirculation(context)
    },
    evaluateWatches: async () => {
      await evaluateWatches(context)
    },
    readSources: async () => {
      await readAllSources(context)
    },
    deliverWebhook: (payload, { job }) => deliverJob(context, payload, job),
  }
}
