import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { hubOf } from '../api/events/hub-of'

/** Milliseconds between attempts to reach a database that does not answer. */
const RETRY_AFTER = 1_000

/**
 * Calls whenever the chain has been read on or an order was posted, so that what is watched is told at once and not at
 * the crontab's next turn. A call that fails, or a notice that came while the database could not be reached, is made up
 * for by that turn: nobody waits for this, and a busy database ends nothing.
 *
 * @returns ends it
 */
export function followNotices(db: Database, onNotice: () => Promise<unknown>): () => void {
  const tell = () => void onNotice().catch(() => {})
  const ending = new AbortController()
  let leave: (() => void) | undefined

  async function follow() {
    while (!ending.signal.aborted && !leave)
      try {
        leave = await hubOf(db).subscribe({ hear: tell, missed: tell, ended: () => {} })
      } catch {
        await sleep(RETRY_AFTER, undefined, { signal: ending.signal }).catch(() => undefined)
      }
    if (ending.signal.aborted) leave?.()
  }

  void follow()
  return () => {
    ending.abort()
    leave?.()
  }
}
