import { costOfMoving } from '@/lib/market/reference-price/cost-of-moving'
import {
  REFERENCE_RULES,
  type ReferencePrice,
  referencePrice,
} from '@/lib/market/reference-price/reference-price'
import { DAY } from '@/lib/market/reference-price/sale'
import { costOfMovingShare, shareOfValue } from '@/lib/market/reference-price/share-of-value'
import { weighed } from './score'
import { type MarketShape, SPAN, START, simulateMarket } from './simulated-market'

/** Of one market without wash trades: what moving each reference up by 5 % costs, and how well it foretells. Dollars, shares. */
export type Comparison = {
  /** fees: dollar median with every sale heard, with positions heard once, and share of value */
  heardEach: number
  dollars: number
  share: number
  /** the share with sales of one weight each, moved with the cheapest devices */
  alike: number
  /** positions tied up, at the target: as far as the caps ask for, and as many as are heard */
  tiedEach: number
  tiedDollars: number
  tiedShare: number
  /** 90 % interval: high over low, less one */
  widthDollars: number
  widthShare: number
  /** median distance, in logarithms, between the price of the next sale and what each reference said before it */
  missDollars: number
  missShare: number
}

const BY = 0.05
const FEE = 100
/** Sales of the last third of the time are foretold, so many of them. */
const FORETOLD = 40
const none = new Map<string, never[]>()

export function compareBases(seed: number, shape: MarketShape): Comparison {
  const sales = weighed(simulateMarket(seed, shape))
  const now = START + SPAN
  const each = certain(
    referencePrice(
      sales.map((sale) => ({ ...sale, counts: 1 })),
      none,
      now,
      { ...REFERENCE_RULES, isHeardOnce: false },
    ),
  )
  const once = certain(referencePrice(sales, none, now))
  const share = certain(shareOfValue(sales, none, now))
  const [ofEach, ofOnce, ofShare] = [
    certain(costOfMoving(each, BY, FEE)),
    certain(costOfMoving(once, BY, FEE)),
    certain(costOfMovingShare(share, BY, FEE)),
  ]
  const foretold = foretell(sales)
  return {
    heardEach: ofEach.undetectedUsd,
    dollars: ofOnce.undetectedUsd,
    share: ofShare.undetectedUsd,
    alike: costAlike(sales, now),
    tiedEach: ofEach.capitalUsd,
    tiedDollars: ofOnce.capitalUsd,
    tiedShare: ofShare.capitalUsd,
    widthDollars: once.highUsd / once.lowUsd - 1,
    widthShare: share.high / share.low - 1,
    missDollars: medianOf(foretold.map(({ dollars }) => dollars)),
    missShare: medianOf(foretold.map(({ share: miss }) => miss)),
  }
}

/** Were a sale of a cheap device worth as much as any, the attacker would use the cheapest twentieth. */
function costAlike(sales: ReturnType<typeof weighed>, now: number): number {
  const shares = sales.map((sale) => ({ ...sale, priceUsd: sale.priceUsd / (sale.valueUsd ?? Number.NaN) }))
  const reference: ReferencePrice = certain(referencePrice(shares, none, now))
  const cost = certain(costOfMoving(reference, BY, FEE))
  const values = sales.map(({ valueUsd = 0 }) => valueUsd).sort((a, b) => a - b)
  return cost.undetectedUsd * certain(values[Math.floor(values.length / 20)])
}

function foretell(sales: ReturnType<typeof weighed>) {
  const late = sales.filter(({ time }) => time > START + (2 * SPAN) / 3)
  const step = Math.max(1, Math.floor(late.length / FORETOLD))
  return late
    .filter((_, k) => k % step === 0)
    .flatMap(({ time, priceUsd, valueUsd = Number.NaN }) => {
      const before = sales.filter((sale) => sale.time < time && sale.time > time - 365 * DAY)
      const dollars = referencePrice(before, none, time)?.priceUsd
      const share = shareOfValue(before, none, time)?.share
      return dollars && share
        ? [
            {
              dollars: Math.abs(Math.log(priceUsd / dollars)),
              share: Math.abs(Math.log(priceUsd / share / valueUsd)),
            },
          ]
        : []
    })
}

export function medianOf(figures: readonly number[]): number {
  return certain([...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)])
}

/** Of a market that has sales. */
function certain<figure>(found: figure | undefined): figure {
  if (found === undefined) throw new Error('A market of the comparison carries no reference.')
  return found
}
