import { run } from 'graphile-worker'
import { createIndexer } from '@/lib/indexer'
import { databaseTrouble } from '@/lib/indexer/lead/database-trouble'
import { createJsonRpc } from '@/lib/indexer/source/json-rpc'
import { retry } from '@/lib/indexer/source/retry'
import { config } from '@/lib/server/config'
import { context } from '@/lib/server/context'
import { crontab } from '@/lib/server/jobs/crontab'
import { createTaskList } from '@/lib/server/jobs/task-list'
import { rewardPublisher } from '@/lib/server/rewards/reward-publisher'
import { addSource } from '@/lib/server/sources/add-source'
import { positionsSource } from '@/lib/server/sources/positions-source'
import { followNotices } from '@/lib/server/watches/follow-notices'

/*
 * The worker process: follows the chain into the database and runs the jobs. Any number may run on one database; one
 * of them indexes, all of them share the jobs.
 */

/** What changed while no worker ran is done now, and not at the crontab's next turn. */
const FIRST_JOBS = [
  'valueFleet',
  'drawScenarios',
  'readSources',
  'rollUpStatistics',
  'refreshReferences',
  'refreshSqueezes',
  'refreshOpportunities',
  'rollUpEntry',
  'rollUpCirculation',
] as const

const ending = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => ending.abort())

const say = (text: string) => console.log(`${new Date().toISOString()} ${text}`)
const server = context()
const { db, deployment } = server

const indexer = createIndexer({
  db,
  rpcUrl: config().RPC_URL,
  deployment,
  onApplied: (applied) => say(`indexer ${JSON.stringify(applied)}`),
  onTrouble: (error) => say(`indexer tries again after: ${error instanceof Error ? error.message : error}`),
})

const jobs = await patiently(() =>
  run({
    pgPool: db.$client,
    taskList: createTaskList({
      ...server,
      rewards: rewardPublisher(),
      publicSources: config().PUBLIC_SOURCES,
      chain: { rpc: createJsonRpc(config().RPC_URL), finalityDepth: deployment.finalityDepth },
    }),
    crontab,
    // most jobs wait for the database or a receiver
    concurrency: 4,
    noHandleSignals: true,
  }),
)
// these are asked for once, and nothing asks again before the crontab's next turn
await patiently(startJobs)
const unfollow = followNotices(db, async () => {
  await jobs.addJob('evaluateWatches', {}, { jobKey: 'evaluateWatches' })
  // at most once in three seconds: a listing just posted can soon stand in a basket
  await jobs.addJob(
    'drawScenarios',
    {},
    { jobKey: 'drawScenarios', jobKeyMode: 'preserve_run_at', runAt: new Date(Date.now() + 3_000) },
  )
  await jobs.addJob('refreshReferences', {}, { jobKey: 'refreshReferences' })
  await jobs.addJob('closeRewardEpochs', {}, { jobKey: 'closeRewardEpochs', queueName: 'rewards' })
})
say('the worker runs')

try {
  await indexer.run({ signal: ending.signal })
} finally {
  // what ends the indexer ends the process: a worker that serves jobs beside a dead indexer would hide it
  unfollow()
  await jobs.stop().catch(() => {})
  await db.$client.end()
}
say('the worker has stopped')

/** A step of the start, again while a busy database keeps it waiting: two minutes at most. */
function patiently<value>(step: () => Promise<value>): Promise<value> {
  return retry(() => step().catch((error: unknown) => Promise.reject(databaseTrouble(error))), {
    attempts: 8,
    delayMs: 500,
  })
}

async function startJobs() {
  await addSource(db, positionsSource(deployment))
  for (const job of FIRST_JOBS) await jobs.addJob(job, {}, { jobKey: job })
}
