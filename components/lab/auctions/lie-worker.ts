import { bestShill, deviations } from '@/lib/mechanism/auctions/deviations'
import type { Mechanism } from '@/lib/mechanism/auctions/sealed-book'
import type { LieAnswer, LieQuestion } from './lie-messages'

/* Entry of the browser's worker: every price that an order could tell, under every rule. */
addEventListener(
  'message',
  ({ data: { id, book, side, order, reserveCents } }: MessageEvent<LieQuestion>) => {
    const under = (mechanism: Mechanism) => ({
      ...deviations(mechanism, book, side, order, reserveCents),
      shill: side === 'sell' ? bestShill(mechanism, book, order, reserveCents) : undefined,
    })
    const answer: LieAnswer = {
      id,
      lies: { batch: under('batch'), mcafee: under('mcafee'), vcg: under('vcg') },
    }
    postMessage(answer)
  },
)
