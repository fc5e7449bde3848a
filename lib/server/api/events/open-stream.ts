import type { ServerContext } from '../../context'
import { catchUp } from './catch-up'
import type { EventHub } from './event-hub'
import { type EventPlace, formatEvent, type MarketEvent, parseEventId } from './market-event'

/** Milliseconds between comments that keep proxies from closing a quiet stream. */
export const HEARTBEAT = 15_000

/** Chunks a reader may be behind before it is let go; it comes back with its last id. */
const MOST_BEHIND = 256

type Context = Pick<ServerContext, 'db' | 'now'>

/**
 * A server-sent event stream: first what the client missed since its `Last-Event-ID`, then each change as it is
 * announced, and comments in between. It ends when the client leaves or reads too slowly.
 *
 * @throws UnavailableError where too many listen already
 */
export async function openStream(
  { db, now }: Context,
  hub: EventHub,
  request: Request,
  heartbeat = HEARTBEAT,
): Promise<Response> {
  const encoder = new TextEncoder()
  // until the stream has caught up, what is announced waits here
  let waiting: MarketEvent[] | undefined = []
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined
  let unsubscribe = () => {}
  let beat: NodeJS.Timeout | undefined

  function end() {
    clearInterval(beat)
    unsubscribe()
    request.signal.removeEventListener('abort', end)
    try {
      stream?.close()
    } catch {
      // the reader has gone already
    }
    stream = undefined
  }

  function send(text: string) {
    if (!stream) return
    stream.enqueue(encoder.encode(text))
    if ((stream.desiredSize ?? 0) < -MOST_BEHIND) end()
  }

  const lookBack = async (last: EventPlace | 'unknown' | undefined) => catchUp(db, last, now())

  unsubscribe = await hub.subscribe({
    hear: (event) => (waiting ? waiting.push(event) : send(formatEvent(event))),
    missed: () =>
      void lookBack('unknown').then(
        ({ missed }) => missed && send(formatEvent(missed)),
        () => end(),
      ),
    ended: end,
  })
  try {
    const given = request.headers.get('last-event-id')
    const { id, missed } = await lookBack(given ? (parseEventId(given) ?? 'unknown') : undefined)
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        stream = controller
        // an id without data sets what the client comes back with, and is no event
        send(`retry: 3000\n: open\n${id ? `id: ${id}\n` : ''}\n`)
        if (missed) send(formatEvent(missed))
        for (const event of waiting ?? []) send(formatEvent(event))
        waiting = undefined
        beat = setInterval(() => send(': still here\n\n'), heartbeat)
        beat.unref()
      },
      cancel: end,
    })
    request.signal.addEventListener('abort', end)
    if (request.signal.aborted) end()
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    })
  } catch (error) {
    end()
    throw error
  }
}
