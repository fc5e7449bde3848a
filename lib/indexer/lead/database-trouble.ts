import { UnavailableError } from '@/lib/core/errors'

/** SQLSTATE classes that say the database is away, full, restarting or asks to try again, not that the query is wrong. */
const TROUBLE = /^(08|40|53|57)/

/** What node-postgres says, without a code, when it has no connection. */
const NO_CONNECTION = /^(Connection terminated|timeout expired|timeout exceeded when trying to connect)/

/** An error of the database that may pass → UnavailableError; any other comes back unchanged. */
export function databaseTrouble(error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
    if (TROUBLE.test(code) || /^E[A-Z]+$/.test(code) || NO_CONNECTION.test(cause.message))
      return new UnavailableError('The database does not answer.', { cause: error })
  }
  return error
}
