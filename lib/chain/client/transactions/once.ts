const held = new Set<string>()

/**
 * Runs a step unless the same one is running already, in this tab or (where the browser has Web Locks) in another.
 *
 * @param key the intention, e.g. “buy:12” of an account on a chain
 * @returns undefined when it is already running elsewhere
 */
export async function once<result>(key: string, step: () => Promise<result>): Promise<result | undefined> {
  if (held.has(key)) return undefined
  held.add(key)
  try {
    if (typeof navigator === 'undefined' || !navigator.locks) return await step()
    return await navigator.locks.request(`hotswap.${key}`, { ifAvailable: true }, (lock) =>
      lock ? step() : undefined,
    )
  } finally {
    held.delete(key)
  }
}
