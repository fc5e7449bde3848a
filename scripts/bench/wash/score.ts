import { markWashSales, WASH_RULES, type WashRules } from '@/lib/market/reference-price/mark-wash-sales'
import { referencePrice } from '@/lib/market/reference-price/reference-price'
import type { SimulatedMarket } from './simulated-market'
import { SPAN, START } from './simulated-market'

export type Score = {
  /** share of planted sales that are marked */
  detected: number
  /** share of honest sales that are */
  alarms: number
  /** reference price over the one of the market without planted sales: with the tests, and with none */
  moved: number
  movedWithoutTests: number
}

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
  const now = START + SPAN
  const price = (market: SimulatedMarket, known: typeof marks) =>
    referencePrice(market.sales, known, now)?.priceUsd ?? Number.NaN
  const before = price(honest, new Map())
  return {
    detected: share(ids.filter(isWash)),
    alarms: share(ids.filter((id) => !isWash(id))),
    moved: price(planted, marks) / before - 1,
    movedWithoutTests: price(planted, new Map()) / before - 1,
  }
}
