import type { Database } from '@/db/client'
import { createEventHub, type EventHub } from './event-hub'

/** Most streams a process holds open. */
export const MOST_STREAMS = 500

type Holder = { hotswapEvents?: WeakMap<Database, EventHub> }

/** The process's one hub of a database, on `globalThis` for the reason the server's context is there. */
export function hubOf(db: Database): EventHub {
  const holder = globalThis as Holder
  holder.hotswapEvents ??= new WeakMap()
  let hub = holder.hotswapEvents.get(db)
  if (!hub) {
    const { connectionString, connectionTimeoutMillis } = db.$client.options
    hub = createEventHub(
      { connectionString, connectionTimeoutMillis },
      { most: MOST_STREAMS, retryAfter: 2_000, now: () => new Date() },
    )
    holder.hotswapEvents.set(db, hub)
    endWithProcess(hub)
  }
  return hub
}

/**
 * A server that closes waits for its open answers, and a stream never ends by itself: it is ended when the process is
 * asked to. Where nobody else listens to the signal, it does what it would have done without us.
 */
function endWithProcess(hub: EventHub) {
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      hub.end()
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
    })
}
