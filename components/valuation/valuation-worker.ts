import { HotswapError } from '@/lib/core/errors'
import { breakEven } from '@/lib/valuation/engine/break-even'
import { greeks } from '@/lib/valuation/engine/greeks'
import { impliedBy } from '@/lib/valuation/engine/implied'
import { differencesOf, type Receipt, recompute } from '@/lib/valuation/engine/receipt'
import { valueOverTime } from '@/lib/valuation/engine/value-over-time'
import type { ValuedRun } from '@/lib/valuation/engine/value-with-engine'
import { whatIf } from '@/lib/valuation/engine/what-if'
import type { Answer, Question } from './messages'

/* Entry of the browser's worker: the engine that valued the position on the server, on the same inputs. */
const tell = (answer: Answer) => postMessage(answer)

let run: ValuedRun | undefined
const held = new Map<number, ValuedRun>()

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  try {
    if (data.ask === 'recompute') answer(data.receipt, data.price)
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

function answer(receipt: Receipt, price: number | undefined): void {
  tell({ tell: 'progress', share: 0 })
  const began = performance.now()
  const again = recompute(receipt, (share) => tell({ tell: 'progress', share }))
  run = again.run
  held.clear()
  const time = performance.now() - began
  tell({ tell: 'progress', share: 1 })
  tell({
    tell: 'found',
    findings: {
      differences: differencesOf(receipt, again.receipt),
      time,
      value: run.value,
      fan: valueOverTime(run),
      greeks: greeks(run),
      breakEven: breakEven(run, price ?? Math.max(run.value, 0.01)),
      implied: price === undefined ? undefined : impliedBy(run, price),
    },
  })
}
