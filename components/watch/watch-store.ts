import { type KeptWatch, type KeptWatches, parseWatches } from './parse-watches'

const KEY = 'hotswap.watches'

const none: KeptWatches = new Map()
const listeners = new Set<() => void>()
let lastText: string | null = null
let last: KeptWatches = none

function read(): KeptWatches {
  let text: string | null = null
  try {
    text = localStorage.getItem(KEY)
  } catch {
    // a browser that forbids storage keeps nothing
  }
  if (text === lastText) return last
  lastText = text
  last = parseWatches(text)
  return last
}

/** What this browser knows of what is watched, fit for `useSyncExternalStore`. */
export const watchStore = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    // another tab changed it
    window.addEventListener('storage', listener)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', listener)
    }
  },
  get: read,
  getOnServer: (): KeptWatches => none,

  /** Keeps a watch, or forgets it. @returns whether this browser could */
  set(positionId: number, watch: KeptWatch | undefined): boolean {
    const next = new Map(read())
    if (watch) next.set(positionId, watch)
    else next.delete(positionId)
    const plain = [...next].map(([id, { below, ...rest }]) => [
      String(id),
      { ...rest, ...(below !== undefined && { below: below.toString() }) },
    ])
    try {
      localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(plain)))
    } catch {
      return false
    }
    for (const listener of listeners) listener()
    return true
  },
}
