import { parentPort } from 'node:worker_threads'
import { HotswapError, InvalidInputError } from '@/lib/core/errors'
import { computeBasketHere } from './compute'
import type { ThreadAnswer, ThreadTask } from './messages'

/* Entry of a worker thread, bundled outside Next: one step of a basket after another. */
parentPort?.on('message', async ({ id, step, task }: ThreadTask) => {
  parentPort?.postMessage(await answer(id, step, task))
})

async function answer(id: number, step: ThreadTask['step'], task: ThreadTask['task']): Promise<ThreadAnswer> {
  try {
    return { id, ok: true, value: await computeBasketHere(step, task) }
  } catch (error) {
    if (!(error instanceof HotswapError)) throw error
    return { id, ok: false, message: error.message, isInput: error instanceof InvalidInputError }
  }
}
