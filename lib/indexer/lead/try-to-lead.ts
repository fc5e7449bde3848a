import { drizzle } from 'drizzle-orm/node-postgres'
import type { Database, Transaction } from '@/db/client'
import * as schema from '@/db/schema'
import { UnavailableError } from '@/lib/core/errors'
import { databaseTrouble } from './database-trouble'

const KEY = `hashtext('hotswap-indexer')`

/** The one connection that holds the indexer's lock. What it writes, it writes as leader or not at all. */
export type Leadership = {
  /** runs a transaction on that connection: when the lock is lost, so is the transaction */
  transaction: <value>(step: (tx: Transaction) => Promise<value>) => Promise<value>
  /** aborts when the connection, and the lock with it, is lost */
  lost: AbortSignal
  resign: () => Promise<void>
}

/**
 * Tries to become the one indexer of this database (a session-level advisory lock). PostgreSQL frees the lock when the
 * process or its connection dies, and another one leads.
 *
 * @returns undefined when another process leads
 * @throws UnavailableError when the database does not answer
 */
export async function tryToLead(db: Database): Promise<Leadership | undefined> {
  const client = await db.$client.connect().catch((cause: unknown) => {
    throw new UnavailableError('The database cannot be reached.', { cause })
  })
  const lost = new AbortController()
  const onError = (cause: Error) =>
    lost.abort(new UnavailableError('The database connection was lost.', { cause }))
  client.on('error', onError)
  const letGo = (destroy: boolean) => {
    client.off('error', onError)
    client.release(destroy)
  }
  try {
    // a machine that vanished is noticed within half a minute
    await client.query(
      'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4',
    )
    const { rows } = await client.query<{ leads: boolean }>(`select pg_try_advisory_lock(${KEY}) as leads`)
    if (!rows[0]?.leads) {
      letGo(false)
      return undefined
    }
  } catch (error) {
    letGo(true)
    throw databaseTrouble(error)
  }
  const own = drizzle({ client, schema, casing: 'snake_case' })
  return {
    transaction: (step) =>
      own.transaction(step).catch((error: unknown) => {
        throw lost.signal.aborted ? lost.signal.reason : databaseTrouble(error)
      }),
    lost: lost.signal,
    resign: async () => {
      const unlocked = await client.query(`select pg_advisory_unlock(${KEY})`).then(
        () => true,
        () => false,
      )
      letGo(!unlocked)
    },
  }
}
