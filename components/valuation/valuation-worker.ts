import { HotswapError } from '@/lib/core/errors'
import { breakEven } from '@/lib/valuation/engine/break-even'
import { greeks } from '@/lib/valuation/engine/greeks'
import { impliedBy } from '@/lib/valuation/engine/implied'
import { differencesOf, type Receipt, receiptOf } from '@/lib/valuation/engine/receipt'
import { valueOverTime } from '@/lib/valuation/engine/value-over-time'
import { type ValuedRun, valueWithEngine } from '@/lib/valuation/engine/value-with-engine'
import { whatIf } from '@/lib/valuation/engine/what-if'
import type { Answer, Question } from './messages'

/* Entry of the browser's worker: the engine that valued the position on the server, on the same inputs. */
const tell = (answer: Answer) => postMessage(answer)

let run: ValuedRun | undefined
const held = new Map<number, ValuedRun>()

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  try {
    if (data.ask === 'recompute') recompute(data.receipt, data.price)
    else {
      if (!run) throw new TypeError('what-ifs come after the valuation')
      const began = performance.now()
      const result = whatIf(run, data.changes, held)
      tell({ tell: 'whatIf', result, time: performance.now() - began })
    }
  } catch (error) {
    tell({
      tell: 'failed',
      message: error instanceof HotswapError ? error.message : 'The computation failed in this browser.',
    })
  }
})

function recompute(receipt: Receipt, price: number | undefined): void {
  tell({ tell: 'progress', share: 0 })
  const began = performance.now()
  run = valueWithEngine(receipt.inputs, receipt.settings, (share) => tell({ tell: 'progress', share }))
  held.clear()
  const time = performance.now() - began
  tell({ tell: 'progress', share: 1 })
  tell({
    tell: 'found',
    findings: {
      differences: differencesOf(receipt, receiptOf(run.valuation)),
      time,
      value: run.value,
      fan: valueOverTime(run),
      greeks: greeks(run),
      breakEven: breakEven(run, price ?? Math.max(run.value, 0.01)),
      implied: price === undefined ? undefined : impliedBy(run, price),
    },
  })
}
