import { parentPort } from 'node:worker_threads'
import { HotswapError } from '@/lib/core/errors'
import { valuePosition } from '@/lib/valuation/value-position'
import type { ThreadAnswer, ThreadTask } from './messages'

/* Entry of a worker thread, bundled outside Next: values one position after another. */
parentPort?.on('message', ({ inputs, settings }: ThreadTask) => {
  parentPort?.postMessage(answer(inputs, settings))
})

function answer(...task: [ThreadTask['inputs'], ThreadTask['settings']]): ThreadAnswer {
  try {
    return { ok: true, valuation: valuePosition(...task) }
  } catch (error) {
    if (!(error instanceof HotswapError)) throw error
    return { ok: false, message: error.message, fields: error.fields }
  }
}
