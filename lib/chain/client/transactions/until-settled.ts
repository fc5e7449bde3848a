import type { TransactionBook } from './transaction-book'
import { isSettled, type Outcome } from './transaction-state'

/**
 * Waits until what was sent has come out; the tracker writes it into the book.
 *
 * @param signal ends the waiting, not the transaction
 * @returns how it came out; undefined when the waiting was ended, or the record given up
 */
export function untilSettled(
  book: TransactionBook,
  key: string,
  signal: AbortSignal,
): Promise<Outcome | undefined> {
  return new Promise((resolve) => {
    const end = (outcome?: Outcome) => {
      stop()
      signal.removeEventListener('abort', onAbort)
      resolve(outcome)
    }
    const onAbort = () => end()
    const look = () => {
      const record = book.find(key)
      if (!record || signal.aborted) end()
      else if (isSettled(record.outcome)) end(record.outcome)
    }
    const stop = book.subscribe(look)
    signal.addEventListener('abort', onAbort)
    look()
  })
}
