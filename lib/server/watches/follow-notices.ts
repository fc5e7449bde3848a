import type { Database } from '@/db/client'
import { hubOf } from '../api/events/hub-of'

/**
 * Calls whenever the chain has been read on or an order was posted, so that what is watched is told at once and not at
 * the crontab's next turn. A call that fails is made up for by that turn.
 *
 * @returns ends it
 */
export async function followNotices(db: Database, onNotice: () => Promise<unknown>): Promise<() => void> {
  const tell = () => void onNotice().catch(() => {})
  return hubOf(db).subscribe({ hear: tell, missed: tell, ended: () => {} })
}
