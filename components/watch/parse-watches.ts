import type { WatchRules } from '@/lib/market/watch'

/** browser: kept here alone; account: kept with the signed-in account, noted here so that buttons can say so */
export type KeptWatch = WatchRules & { kept: 'browser' | 'account' }
export type KeptWatches = ReadonlyMap<number, KeptWatch>

const flags = ['listed', 'sold', 'silent', 'offered'] as const

/**
 * Reads what a browser kept, by hand: a schema's library would be a sixth of what a position's page loads. Whoever can
 * write it sees this one reader's buttons change, no more; what does not have the shape is as if nothing were kept.
 */
export function parseWatches(text: string | null): KeptWatches {
  const watches = new Map<number, KeptWatch>()
  try {
    const kept: unknown = JSON.parse(text ?? '{}')
    if (!isRecord(kept)) return new Map()
    for (const [id, entry] of Object.entries(kept)) {
      const watch = watchOf(entry)
      if (!watch || !/^[1-9]\d{0,14}$/.test(id)) return new Map()
      watches.set(Number(id), watch)
    }
  } catch {
    return new Map()
  }
  return watches
}

function watchOf(entry: unknown): KeptWatch | undefined {
  if (!isRecord(entry)) return undefined
  const { below, kept, listed, sold, silent, offered, squeeze } = entry
  const isPrice = typeof below === 'string' && /^[1-9]\d{0,18}$/.test(below)
  if (!isPrice && below !== undefined) return undefined
  if (kept !== 'browser' && kept !== 'account') return undefined
  if (flags.some((flag) => typeof entry[flag] !== 'boolean')) return undefined
  // came later than the others: what was kept before has none
  if (squeeze !== undefined && typeof squeeze !== 'boolean') return undefined
  return {
    below: isPrice ? BigInt(below) : undefined,
    listed: listed === true,
    sold: sold === true,
    silent: silent === true,
    offered: offered === true,
    squeeze: squeeze === true,
    kept,
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
