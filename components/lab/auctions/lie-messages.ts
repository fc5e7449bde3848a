import type { Deviation, Side } from '@/lib/mechanism/auctions/deviations'
import type { Mechanism, SealedBook } from '@/lib/mechanism/auctions/sealed-book'

/** To the browser's worker: whose lie to look for. */
export type LieQuestion = { id: number; book: SealedBook; side: Side; order: string; reserveCents: number }

export type Lies = Record<
  Mechanism,
  {
    truth: Deviation
    tried: Deviation[]
    best: Deviation
    /** a seller's own bid in another name; undefined for a buyer or in a full book */
    shill: Deviation | undefined
  }
>

export type LieAnswer = { id: number; lies: Lies }
