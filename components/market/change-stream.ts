/** As much of the event stream’s `change` as a page needs. `head`: newest block read; `partial`: something else may have changed too. */
export type Change = { head: number; kinds: string[]; positions: number[]; partial: boolean }

type Listener = (change: Change) => void

const STREAM = '/api/v1/events'
/** Milliseconds between readings while the stream is away, and until it is tried again. */
const AWAY = 12_000
/** Milliseconds that the stream outlives its last listener. */
const LINGER = 500
const unknown: Change = { head: 0, kinds: [], positions: [], partial: true }

const listeners = new Set<Listener>()
let source: EventSource | undefined
let polling: ReturnType<typeof setInterval> | undefined

/**
 * Tells of changes by the server's event stream, one for all listeners of the page and none while nobody looks at it.
 * While the stream is away, and when a page is looked at again, it tells that something may have changed.
 * @returns ends it
 */
export function listenForChanges(listener: Listener): () => void {
  listeners.add(listener)
  if (listeners.size === 1) {
    document.addEventListener('visibilitychange', onVisibility)
    open()
  }
  return () => {
    listeners.delete(listener)
    // one that is replaced by another keeps the stream
    setTimeout(() => {
      if (listeners.size > 0) return
      document.removeEventListener('visibilitychange', onVisibility)
      close()
    }, LINGER)
  }
}

function onVisibility() {
  if (document.visibilityState === 'hidden') return close()
  open()
  tell(unknown)
}

function open() {
  if (source || document.visibilityState === 'hidden') return
  source = new EventSource(STREAM)
  source.addEventListener('open', stopPolling)
  source.addEventListener('error', startPolling)
  source.addEventListener('change', ({ data }) => {
    const change = readChange(data)
    if (change) tell(change)
  })
}

function close() {
  stopPolling()
  source?.close()
  source = undefined
}

function startPolling() {
  polling ??= setInterval(() => {
    tell(unknown)
    // a browser gives up on a refusal for good
    if (source?.readyState !== EventSource.CLOSED) return
    source = undefined
    open()
  }, AWAY)
}

function stopPolling() {
  clearInterval(polling)
  polling = undefined
}

function tell(change: Change) {
  for (const listener of [...listeners]) listener(change)
}

/** Undefined for what is no change. */
export function readChange(data: unknown): Change | undefined {
  try {
    const { head, kinds, positions, partial } = JSON.parse(String(data))
    if (!Array.isArray(kinds) || !Array.isArray(positions)) return undefined
    return {
      head: Number.isSafeInteger(head) ? head : 0,
      kinds: kinds.filter((kind) => typeof kind === 'string'),
      positions: positions.filter((id) => Number.isSafeInteger(id)),
      partial: partial === true,
    }
  } catch {
    return undefined
  }
}
