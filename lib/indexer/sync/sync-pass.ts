import { setTimeout as sleep } from 'node:timers/promises'
import type { Deployment } from '@/lib/chain/deployment'
import { InvariantError, NodeAnswerError, ReorgTooDeepError, WrongChainError } from '../errors'
import type { Leadership } from '../lead/try-to-lead'
import { isRetryable } from '../source/retry'
import type { Applied } from '../store/apply-range'
import type { RangeReader } from './read-range'
import { syncStep } from './sync-step'

export type PassOptions = {
  /** tries in a row before an error that may pass is thrown */
  attempts: number
  /** wait after the first of them, doubled each time */
  delayMs: number
  /** ends the tries early */
  signal?: AbortSignal
  onApplied?: (applied: Applied) => void
  onTrouble?: (error: unknown) => void
}

/** A verdict that stops the indexer is believed when the node gave it this often: a node may answer wrongly. */
const CONFIRMATIONS = 3

/**
 * Steps until the head is reached. Errors that may pass are tried again, each time from what stands then.
 * @returns the head's number and how much was applied
 */
export async function syncPass(
  leadership: Leadership,
  deployment: Deployment,
  reader: RangeReader,
  options: PassOptions,
): Promise<{ head: number; events: number }> {
  let events = 0
  for (let failures = 0, verdicts: string[] = []; ; ) {
    try {
      const { head, applied } = await syncStep(leadership, deployment, reader)
      failures = 0
      verdicts = []
      if (applied) options.onApplied?.(applied)
      events += applied?.events ?? 0
      if (!applied || applied.head >= head) return { head, events }
    } catch (error) {
      failures++
      const verdict = isVerdict(error)
      if (verdict) verdicts.push(error.message)
      const believed =
        verdict && verdicts.filter((message) => message === error.message).length >= CONFIRMATIONS
      if (leadership.lost.aborted || believed || !(verdict || isRetryable(error))) throw error
      if (failures >= options.attempts) throw verdict ? unrepeated(error) : error
      options.onTrouble?.(error)
      const wait = Math.min(options.delayMs * 2 ** (failures - 1), 5_000)
      const end = AbortSignal.any([leadership.lost, ...(options.signal ? [options.signal] : [])])
      await sleep(wait, undefined, { signal: end }).catch(() => undefined)
      leadership.lost.throwIfAborted()
      if (options.signal?.aborted) throw error
    }
  }
}

/** A node that says now this, now that, has not given a reason to stop. */
function unrepeated(verdict: Error): NodeAnswerError {
  return new NodeAnswerError(`The node said once, and did not repeat: ${verdict.message}`, { cause: verdict })
}

function isVerdict(error: unknown): error is InvariantError | ReorgTooDeepError | WrongChainError {
  return (
    error instanceof ReorgTooDeepError || error instanceof WrongChainError || error instanceof InvariantError
  )
}
