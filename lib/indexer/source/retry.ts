import { setTimeout as sleep } from 'node:timers/promises'
import { HotswapError } from '@/lib/core/errors'

/** Whether an error says of itself that trying again can help. */
export function isRetryable(error: unknown): boolean {
  return error instanceof HotswapError && error.retryable
}

/**
 * Runs a step again while it fails with an error that calls itself retryable, waiting twice as long each time.
 * @param options.attempts most runs in all
 * @param options.delayMs wait after the first failure
 * @throws the last error
 */
export async function retry<value>(
  step: () => Promise<value>,
  options: { attempts?: number; delayMs?: number } = {},
): Promise<value> {
  const { attempts = 5, delayMs = 50 } = options
  for (let attempt = 1; ; attempt++) {
    try {
      return await step()
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error
      await sleep(delayMs * 2 ** (attempt - 1))
    }
  }
}
