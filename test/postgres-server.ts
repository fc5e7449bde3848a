import { join } from 'node:path'
import { anyFreePort } from '@/scripts/services/ports'
import { startPostgres } from '@/scripts/services/postgres'
import { temporaryFolder } from './temporary-folder'

let running: Promise<string> | undefined

/**
 * URL of the PostgreSQL tests run on: the one vitest's global setup started, else one of this process's own, which
 * ends with it.
 */
export function testPostgresUrl(): Promise<string> {
  const shared = process.env.HOTSWAP_TEST_POSTGRES
  if (shared) return Promise.resolve(shared)
  running ??= start()
  return running
}

async function start(): Promise<string> {
  const folder = temporaryFolder()
  const postgres = await startPostgres({
    directory: join(folder, 'postgres'),
    port: await anyFreePort(),
    logFile: join(folder, 'postgres.log'),
    password: 'test',
    durable: false,
    background: true,
    database: 'hotswap_test',
  })
  return postgres.url
}
