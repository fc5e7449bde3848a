import { DrizzleQueryError } from 'drizzle-orm/errors'
import pg from 'pg'
import { causes, isSocketError } from './causes'

/** SQLSTATE classes of a server that cannot serve now: connection, resources, operator intervention, system. */
const awayClasses = new Set(['08', '53', '57', '58'])

/** A database that takes no connections for a while (`allow_connections false`): not in the state this needs. */
const OUT_OF_SERVICE = '55000'

/** pg and pg-pool throw these as plain `Error`s without a code or a class: their message is all there is to match. */
const poolMessages = new Set([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'Connection terminated',
  'timeout expired',
  'Client has encountered a connection error and is not queryable',
  'Query read timeout',
])

/** Whether PostgreSQL did not answer, or said that it cannot serve now; false when it answered that the query is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  for (const cause of causes(error)) {
    if (cause instanceof pg.DatabaseError)
      return cause.code === OUT_OF_SERVICE || awayClasses.has((cause.code ?? '').slice(0, 2))
    if (cause instanceof DrizzleQueryError) continue
    if (isSocketError(cause)) return true
    if (cause instanceof Error && poolMessages.has(cause.message)) return true
  }
  return false
}
