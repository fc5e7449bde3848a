import { z } from 'zod'
import type { WatchRules } from '@/lib/market/watch'

const KEY = 'hotswap.watches'

const entry = z.object({
  below: z
    .string()
    .regex(/^[1-9]\d{0,18}$/)
    .optional(),
  listed: z.boolean(),
  sold: z.boolean(),
  silent: z.boolean(),
  offered: z.boolean(),
  /** browser: kept here alone; account: kept with the signed-in account, noted here so that buttons can say so */
  kept: z.enum(['browser', 'account']),
})
const entries = z.record(z.string().regex(/^[1-9]\d{0,14}$/), entry)

export type KeptWatch = WatchRules & { kept: 'browser' | 'account' }
export type KeptWatches = ReadonlyMap<number, KeptWatch>

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
  last = parse(text)
  return last
}

function parse(text: string | null): KeptWatches {
  try {
    const parsed = entries.safeParse(JSON.parse(text ?? '{}'))
    if (!parsed.success) return none
    return new Map(
      Object.entries(parsed.data).map(([id, { below, ...rest }]) => [
        Number(id),
        { ...rest, below: below === undefined ? undefined : BigInt(below) },
      ]),
    )
  } catch {
    return none
  }
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
