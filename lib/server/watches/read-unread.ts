import type { Address } from 'viem'
import { unreadCount } from '@/db/queries/watches'
import { context, type ServerContext } from '../context'
import { isDatabaseAway } from '../failure/is-database-away'

/** How many alerts a signed-in account has not read, for the head of every page, which must stand without a database. */
export async function readUnread(
  account: Address,
  { db }: Pick<ServerContext, 'db'> = context(),
): Promise<number> {
  try {
    return await unreadCount(db, account)
  } catch (error) {
    if (isDatabaseAway(error)) return 0
    throw error
  }
}
