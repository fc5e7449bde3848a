import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Asks until the answer is true; a throw counts as “not yet”.
 * @throws Error with `what` in its message after `timeout` milliseconds, the last throw as its cause
 */
export async function waitUntil(
  what: string,
  condition: () => Promise<boolean> | boolean,
  { timeout = 30_000, interval = 25 }: { timeout?: number; interval?: number } = {},
): Promise<void> {
  const end = Date.now() + timeout
  let cause: unknown
  for (;;) {
    try {
      if (await condition()) return
      cause = undefined
    } catch (error) {
      cause = error
    }
    if (Date.now() > end) throw new Error(`${what}: not so after ${timeout / 1000} s.`, { cause })
    await sleep(interval)
  }
}
