import type { z } from 'zod'
import { toMoney } from '@/lib/core/money'
import type { CostOfMoving } from '@/lib/market/reference-price/cost-of-moving'
import type { KeptReference } from '@/lib/market/reference-price/kept-reference'
import { markWords } from '@/lib/market/reference-price/mark-words'
import type { WashMark } from '@/lib/market/reference-price/sale'
import { toDollars } from '../schemas/money'
import type { sale } from '../schemas/record'
import type { reference, sizeTests } from '../schemas/reference'

/** A reference price as the API tells it; null where nothing was ever sold. */
export function toReference(kept: KeptReference | undefined): z.input<typeof reference> | null {
  if (!kept) return null
  const { price, low, high, sales, leftOut, effectiveSales, shareOfValue, unvalued, newestSale, computedAt } =
    kept
  return {
    price: price === null ? null : toDollars(price),
    low: low === null ? null : toDollars(low),
    high: high === null ? null : toDollars(high),
    sales,
    leftOut,
    effectiveSales,
    costUp: toCost(kept.costUp),
    costDown: toCost(kept.costDown),
    shareOfValue: shareOfValue && {
      ...shareOfValue,
      costUp: toShareCost(shareOfValue.costUp),
      costDown: toShareCost(shareOfValue.costDown),
    },
    unvalued,
    newestSale: newestSale.toISOString(),
    computedAt: computedAt.toISOString(),
  }
}

function toCost(cost: CostOfMoving | null): z.input<typeof reference>['costUp'] {
  if (!cost) return null
  const dollars = (usd: number) => toDollars(toMoney(usd))
  return {
    target: dollars(cost.targetUsd),
    at: dollars(cost.atUsd),
    sales: cost.sales,
    positions: cost.positions,
    wallets: cost.accounts,
    fees: dollars(cost.undetectedUsd),
    tiedUp: dollars(cost.capitalUsd),
    withStrangers: dollars(cost.honestUsd),
  }
}

function toShareCost(cost: CostOfMoving | null) {
  const told = toCost(cost)
  return told && cost && { ...told, target: cost.targetUsd, at: cost.atUsd }
}

export function toSizeTests(kept: KeptReference | undefined): z.input<typeof sizeTests> | null {
  if (!kept?.sizeTests) return null
  const { n, firstDigit, rounding, tail, against } = kept.sizeTests
  return {
    sales: n,
    firstDigit: { chiSquare: firstDigit.chiSquare, p: firstDigit.p },
    rounding: { t: rounding.t },
    tail: { exponent: tail.exponent, error: tail.error },
    against,
  }
}

/** Why a sale is left out of reference prices. */
export function toLeftOut(marks: readonly WashMark[] = []): z.input<typeof sale>['leftOut'] {
  return marks.map((mark) => ({ test: mark.test, reason: markWords(mark) }))
}
