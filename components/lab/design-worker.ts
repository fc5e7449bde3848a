import type { DesignAnswer, DesignQuestion } from './design-messages'
import { rangesOf } from './design-run'

/* Entry of the browser's worker: both designs on every seed. */
addEventListener('message', ({ data: { id, values, steps } }: MessageEvent<DesignQuestion>) => {
  const answer: DesignAnswer = { id, ranges: rangesOf(values, steps) }
  postMessage(answer)
})
