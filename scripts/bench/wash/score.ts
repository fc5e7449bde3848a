import { markWashSales, WASH_RULES, type WashRules } from '@/lib/market/reference-price/mark-wash-sales'
import {
  REFERENCE_RULES,
  type ReferenceRules,
  referencePrice,
} from '@/lib/market/reference-price/reference-price'
import { shareOfValue } from '@/lib/market/reference-price/share-of-value'
import { weighReturns } from '@/lib/market/reference-price/weigh-returns'
import type { SimulatedMarket } from './simulated-market'
import { SPAN, START } from './simulated-market'

export type Score = {
  /** share of planted sales that are marked */
  detected: number
  /** share of honest sales that are */
  alarms: number
  /** of the weight of honest sales, what returns and being heard once take away */
  quieted: number
  /** dollar median over the one of the market without planted sales: with the tests, and with no test and no weighing */
  moved: number
  movedWithoutTests: number
  /** with the tests, but every sale of a position heard and returns weighed whole */
  movedHeardEach: number
  /** the same for the median share of value */
  shareMoved: number
}

const HEARD_EACH: ReferenceRules = { ...REFERENCE_RULES, isHeardOnce: false }
const now = START + SPAN
const none = new Map<string, never[]>()

/** Marks a market that holds planted sales, and compares. */
export function score(
  honest: SimulatedMarket,
  planted: SimulatedMarket,
  rules: Partial<WashRules> = {},
): Score {
  const marks = markWashSales(
    planted.sales,
    planted.funding,
    { ...WASH_RULES, publicSources: planted.publicSources, ...rules },
    planted.gifts,
  )
  const isWash = (id: string) => id.startsWith('wash')
  const share = (ids: readonly string[]) => ids.filter((id) => marks.has(id)).length / Math.max(1, ids.length)
  const ids = planted.sales.map(({ id }) => id)
  const [before, after] = [weighed(honest), weighed(planted)]
  const price = (sales: SimulatedMarket['sales'], known: typeof marks, by = REFERENCE_RULES) =>
    referencePrice(sales, known, now, by)?.priceUsd ?? Number.NaN
  const moved = (found: number, was: number) => found / was - 1
  const taken = before
    .filter(({ counts = 1 }) => counts < 1)
    .reduce((sum, { counts = 1 }) => sum + 1 - counts, 0)
  return {
    detected: share(ids.filter(isWash)),
    alarms: share(ids.filter((id) => !isWash(id))),
    quieted: taken / before.length,
    moved: moved(price(after, marks), price(before, none)),
    movedWithoutTests: moved(price(planted.sales, none, HEARD_EACH), price(honest.sales, none, HEARD_EACH)),
    movedHeardEach: moved(price(planted.sales, marks, HEARD_EACH), price(honest.sales, none, HEARD_EACH)),
    shareMoved: moved(
      shareOfValue(after, marks, now)?.share ?? Number.NaN,
      shareOfValue(before, none, now)?.share ?? Number.NaN,
    ),
  }
}

/** The market's sales, each with what it counts for. */
export function weighed({ sales, gifts }: SimulatedMarket): SimulatedMarket['sales'] {
  const counts = weighReturns(sales, gifts)
  return sales.map((sale) => ({ ...sale, counts: counts.get(sale.id) ?? 1 }))
}
