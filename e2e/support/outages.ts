import pg from 'pg'
import { readProduct } from './product'

/** Outages of the product's own parts. Each gives what ends it: call that whatever happens. */

/** Halts the node's process, so that whoever asks it gets no answer. */
export function stopNode(): { resume(): void } {
  const pid = readProduct().parts.anvil
  if (!pid) throw new Error('The product’s node is not one it started.')
  process.kill(pid, 'SIGSTOP')
  return { resume: () => void process.kill(pid, 'SIGCONT') }
}

/** Ends every connection to the database and takes no new ones. */
export async function putDatabaseOutOfService(): Promise<{ resume(): Promise<void> }> {
  const url = new URL(readProduct().databaseUrl)
  const name = url.pathname.slice(1)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  const database = client.escapeIdentifier(name)
  await client.query(`alter database ${database} allow_connections false`)
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [name],
  )
  return {
    async resume() {
      await client.query(`alter database ${database} allow_connections true`)
      await client.end()
    },
  }
}
