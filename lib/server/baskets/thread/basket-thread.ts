import { Worker } from 'node:worker_threads'
import { ConflictError, InvalidInputError, UnavailableError } from '@/lib/core/errors'
import type { BasketCompute } from './compute'
import type { ThreadAnswer, ThreadTask } from './messages'

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void }

/**
 * One worker thread that computes baskets, a step at a time; it starts when it is first asked and ends when idle, so that
 * solver and scenarios cost nothing in between.
 *
 * @param file the bundled `thread.ts`
 * @param most steps that may be under way; one more is refused with UnavailableError
 * @param timeout ms after which a thread that does not answer is ended
 */
export function createBasketThread({
  file,
  most = 12,
  timeout = 20_000,
  idle = 120_000,
}: {
  file: string
  most?: number
  timeout?: number
  idle?: number
}): BasketCompute {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  let count = 0

  function start(): Worker {
    const started = new Worker(file)
    started.on('message', ({ id, ...answer }: ThreadAnswer) => {
      const job = waiting.get(id)
      waiting.delete(id)
      watch(started)
      if (answer.ok) job?.resolve(answer.value as never)
      else
        job?.reject(
          answer.isInput ? new InvalidInputError(answer.message) : new ConflictError(answer.message),
        )
    })
    started.on('error', (cause) => end(started, 'A basket could not be computed; try again.', cause))
    started.on('exit', () => end(started, 'A basket was cut off; try again.'))
    return started
  }

  /** Ends a thread that does not answer, or that nobody has asked for a while. */
  function watch(of: Worker): void {
    clearTimeout(timer)
    if (waiting.size > 0) {
      of.ref()
      timer = setTimeout(() => end(of, 'The basket took too long; try a smaller one.'), timeout)
    } else {
      of.unref()
      timer = setTimeout(() => end(of, 'The thread was ended.'), idle).unref()
    }
  }

  function end(of: Worker, message: string, cause?: unknown): void {
    if (worker !== of) return
    worker = undefined
    clearTimeout(timer)
    for (const { reject } of waiting.values()) reject(new UnavailableError(message, { cause }))
    waiting.clear()
    void of.terminate()
  }

  return (step, task) =>
    new Promise((resolve, reject) => {
      if (waiting.size >= most)
        return reject(new UnavailableError('Too many baskets are being computed; try again in a moment.'))
      worker ??= start()
      const id = ++count
      waiting.set(id, { resolve, reject })
      watch(worker)
      worker.postMessage({ id, step, task } satisfies ThreadTask)
    })
}
