import pg from 'pg'
import { StopError } from './stop-error'

/**
 * A database that remembers blocks of a chain that is gone cannot go on with a new one.
 * @throws StopError that names the way out
 */
export async function checkMemoryOfChain(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ remembers: boolean }>(
      'select exists (select 1 from blocks) as remembers',
    )
    if (rows[0]?.remembers)
      throw new StopError(
        'The database remembers another chain than the node’s: its contracts are new. `npm run reset` starts over with both.',
      )
  } finally {
    await client.end()
  }
}
