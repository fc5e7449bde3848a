import { readFileSync } from 'node:fs'
import { createDatabase, type Database } from '@/db/client'
import { deploymentSchema } from '@/lib/chain/deployment'
import { HotswapError } from '@/lib/core/errors'
import { createJsonRpc, type JsonRpc } from '@/lib/indexer/source/json-rpc'
import { dataFolder, pathsOf } from '../product/paths'
import { currentRun } from '../product/run-lock'

export type Connection = { db: Database; chain: { rpc: JsonRpc; finalityDepth: number } | undefined }

/**
 * The database and the chain of the Hotswap that the environment names (`DATABASE_URL`; `RPC_URL` and `DEPLOYMENT_FILE`
 * for contracts), else of the one that runs here.
 * @throws HotswapError when there is neither
 */
export function connect(environment: NodeJS.ProcessEnv = process.env): Connection {
  const run = environment.DATABASE_URL ? undefined : currentRun(pathsOf(dataFolder(environment)).lock)
  const databaseUrl = environment.DATABASE_URL ?? run?.databaseUrl
  if (!databaseUrl)
    throw new HotswapError(
      'No Hotswap runs here. Start one with `npm start`, or name its database in DATABASE_URL.',
    )
  const rpcUrl = environment.RPC_URL ?? run?.rpcUrl
  const file = environment.DEPLOYMENT_FILE ?? run?.deploymentFile
  return { db: createDatabase(databaseUrl, { max: 2 }), chain: chainOf(rpcUrl, file) }
}

function chainOf(rpcUrl: string | undefined, file: string | undefined): Connection['chain'] {
  if (!rpcUrl || !file) return undefined
  const { finalityDepth } = deploymentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { rpc: createJsonRpc(rpcUrl), finalityDepth }
}
