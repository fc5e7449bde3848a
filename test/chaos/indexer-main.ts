import { readFileSync } from 'node:fs'
import { createDatabase } from '@/db/client'
import { deploymentSchema } from '@/lib/chain/deployment'
import { createIndexer } from '@/lib/indexer'

/** The indexer as a process of its own, to be killed. Environment: DATABASE_URL, RPC_URL, DEPLOYMENT_FILE. */
const { DATABASE_URL = '', RPC_URL = '', DEPLOYMENT_FILE = '' } = process.env
const deployment = deploymentSchema.parse(JSON.parse(readFileSync(DEPLOYMENT_FILE, 'utf8')))
const indexer = createIndexer({
  db: createDatabase(DATABASE_URL, { max: 2 }),
  rpcUrl: RPC_URL,
  deployment,
  pollMs: 25,
  timeoutMs: 400,
  rangeSize: 20,
  onTrouble: (error) =>
    console.log(error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
})
const stop = new AbortController()
process.once('SIGTERM', () => stop.abort())
indexer.run({ signal: stop.signal }).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(70)
  },
)
