import { Worker } from 'node:worker_threads'
import { InvalidInputError, UnavailableError } from '@/lib/core/errors'
import type { EngineValuation } from '@/lib/valuation/engine/value-with-engine'
import type { ComputeValuation } from './compute'
import type { ThreadAnswer, ThreadTask } from './messages'

export type ValuationPool = { compute: ComputeValuation; close(): Promise<void> }

type Job = {
  task: ThreadTask
  resolve: (valuation: EngineValuation) => void
  reject: (error: Error) => void
}

/**
 * Worker threads that value positions, each one at a time; they start when they are first needed and end when idle, so
 * that a pool costs nothing between valuations and keeps no process alive.
 *
 * @param file the bundled `thread.ts`
 * @param size most threads at once
 * @param maxWaiting jobs that may wait for a thread; one more is refused with UnavailableError
 * @param timeout ms after which a thread that does not answer is ended, and its job refused
 */
export function createValuationPool({
  file,
  size,
  maxWaiting = Number.POSITIVE_INFINITY,
  timeout = 30_000,
  idle = 10_000,
}: {
  file: string
  size: number
  maxWaiting?: number
  timeout?: number
  idle?: number
}): ValuationPool {
  const waiting: Job[] = []
  const free: Thread[] = []
  const all = new Set<Thread>()
  let isClosed = false

  function startNext(): void {
    while (waiting.length > 0) {
      const thread = free.pop() ?? (all.size < size ? start() : undefined)
      if (!thread) return
      const job = waiting.shift()
      if (job) run(thread, job)
    }
  }

  function start(): Thread {
    const thread: Thread = { worker: new Worker(file), job: undefined, timer: undefined }
    all.add(thread)
    thread.worker.on('message', (answer: ThreadAnswer) => {
      const { job } = thread
      release(thread)
      if (answer.ok) job?.resolve(answer.valuation)
      else
        job?.reject(
          new InvalidInputError(answer.message, { ...(answer.fields && { fields: answer.fields }) }),
        )
      startNext()
    })
    thread.worker.on('error', (cause) =>
      end(thread, new UnavailableError('A valuation failed; try again.', { cause })),
    )
    thread.worker.on('exit', () => end(thread, new UnavailableError('A valuation was cut off; try again.')))
    return thread
  }

  function run(thread: Thread, job: Job): void {
    clearTimeout(thread.timer)
    thread.job = job
    thread.worker.ref()
    thread.timer = setTimeout(
      () => end(thread, new UnavailableError('The valuation took too long; ask for fewer paths.')),
      timeout,
    )
    thread.worker.postMessage(job.task)
  }

  function release(thread: Thread): void {
    clearTimeout(thread.timer)
    thread.job = undefined
    thread.worker.unref()
    thread.timer = setTimeout(() => end(thread), idle).unref()
    free.push(thread)
  }

  function end(thread: Thread, error?: Error): void {
    if (!all.delete(thread)) return
    clearTimeout(thread.timer)
    const place = free.indexOf(thread)
    if (place >= 0) free.splice(place, 1)
    thread.job?.reject(error ?? new UnavailableError('The valuation was ended.'))
    void thread.worker.terminate()
    startNext()
  }

  return {
    compute: (inputs, settings) =>
      new Promise((resolve, reject) => {
        if (isClosed || waiting.length >= maxWaiting)
          return reject(new UnavailableError('Too many valuations are waiting; try again in a moment.'))
        waiting.push({ task: { inputs, settings }, resolve, reject })
        startNext()
      }),
    async close() {
      isClosed = true
      for (const job of waiting.splice(0)) job.reject(new UnavailableError('The valuation was ended.'))
      const threads = [...all]
      for (const thread of threads) end(thread)
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

type Thread = { worker: Worker; job: Job | undefined; timer: NodeJS.Timeout | undefined }
