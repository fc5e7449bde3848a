import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { UnavailableError } from '@/lib/core/errors'
import { CHANNEL } from '@/lib/indexer'
import { formatEventId, type MarketEvent } from './market-event'
import { readNotice } from './read-notice'

export type Subscriber = {
  hear(event: MarketEvent): void
  /** Something may have been missed while the database was away. */
  missed(): void
  /** The process ends. */
  ended(): void
}

export type EventHub = {
  /** @returns ends the subscription. @throws UnavailableError where the hub is full; what pg throws where it is away */
  subscribe(subscriber: Subscriber): Promise<() => void>
  /** subscribers now */
  size(): number
  /** Sends everyone away, for a process that ends. */
  end(): void
}

export type HubOptions = {
  /** most subscribers at once */
  most: number
  /** milliseconds between attempts to listen again */
  retryAfter: number
  now: () => Date
}

/**
 * Hands what the indexer announces to any number of listeners, through one database connection of its own: opened for
 * the first subscriber, opened again when it breaks, ended after the last.
 */
export function createEventHub(connection: pg.ClientConfig, options: HubOptions): EventHub {
  const subscribers = new Set<Subscriber>()
  let listening: Promise<pg.Client> | undefined

  function onNotice(text: string | undefined) {
    const notice = readNotice(text)
    if (!notice) return
    const { hash, ...change } = notice
    const event = { id: formatEventId(change.head, hash, options.now()), change }
    for (const subscriber of subscribers) subscriber.hear(event)
  }

  async function listen(): Promise<pg.Client> {
    const client = new pg.Client({ ...connection, keepAlive: true, application_name: 'hotswap-events' })
    client.on('notification', ({ payload }) => onNotice(payload))
    client.on('error', () => {})
    await client.connect()
    try {
      await client.query(`listen "${CHANNEL}"`)
    } catch (error) {
      await client.end()
      throw error
    }
    client.once('end', () => void onBroken())
    return client
  }

  async function onBroken() {
    listening = undefined
    while (subscribers.size > 0) {
      await sleep(options.retryAfter, undefined, { ref: false })
      if (subscribers.size === 0) return
      try {
        await start()
        for (const subscriber of subscribers) subscriber.missed()
        return
      } catch {
        // still away: the next round tries again
      }
    }
  }

  async function start(): Promise<void> {
    listening ??= listen().catch((error: unknown) => {
      listening = undefined
      throw error
    })
    await listening
  }

  async function leave(subscriber: Subscriber) {
    if (!subscribers.delete(subscriber) || subscribers.size > 0) return
    const ending = listening
    listening = undefined
    const client = await ending?.catch(() => undefined)
    client?.removeAllListeners('end')
    await client?.end().catch(() => {})
  }

  return {
    async subscribe(subscriber) {
      if (subscribers.size >= options.most)
        throw new UnavailableError('Too many are listening; please come back in a while.', {
          details: { part: 'events', most: options.most },
        })
      subscribers.add(subscriber)
      try {
        await start()
      } catch (error) {
        subscribers.delete(subscriber)
        throw error
      }
      return () => void leave(subscriber)
    },
    size: () => subscribers.size,
    end() {
      for (const subscriber of [...subscribers]) subscriber.ended()
    },
  }
}
