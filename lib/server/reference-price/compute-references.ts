import { type Cents, toMoney } from '@/lib/core/money'
import { type CostOfMoving, costOfMoving } from '@/lib/market/reference-price/cost-of-moving'
import type {
  KeptReference,
  KeptShareOfValue,
  ReferenceScope,
} from '@/lib/market/reference-price/kept-reference'
import { ALL, modelSubject } from '@/lib/market/reference-price/kept-reference'
import {
  isEnough,
  POSITION_RULES,
  REFERENCE_RULES,
  type ReferencePrice,
  referencePrice,
} from '@/lib/market/reference-price/reference-price'
import type { WashMark } from '@/lib/market/reference-price/sale'
import {
  costOfMovingShare,
  type ShareOfValue,
  shareOfValue,
} from '@/lib/market/reference-price/share-of-value'
import { tradeSizeTests } from '@/lib/market/reference-price/trade-size-tests'
import { ENGINE_MODEL } from '@/lib/valuation/engine/value-with-engine'
import type { RecordedSale } from './read-record'

/** By which the cost of moving a price is told. */
export const MOVED_BY = 0.05

type Group = { scope: ReferenceScope; subject: string; sales: RecordedSale[] }

/** The reference of every position, model and network that was sold, and of all. @param now head time */
export function computeReferences(
  sales: readonly RecordedSale[],
  marks: ReadonlyMap<string, readonly WashMark[]>,
  now: Date,
  feeBasisPoints: number,
): KeptReference[] {
  return groupsOf(sales).map((group) => referenceOf(group, marks, now, feeBasisPoints))
}

function referenceOf(
  { scope, subject, sales }: Group,
  marks: ReadonlyMap<string, readonly WashMark[]>,
  now: Date,
  feeBasisPoints: number,
): KeptReference {
  const [at, rules] = [now.getTime() / 1000, scope === 'position' ? POSITION_RULES : REFERENCE_RULES]
  const found = referencePrice(sales, marks, at, rules)
  const shares = shareOfValue(sales, marks, at, rules)
  const told = {
    scope,
    subject,
    sales: found?.sales ?? 0,
    leftOut: sales.filter(({ id }) => marks.has(id)).length,
    effectiveSales: found?.effectiveSales ?? 0,
    shareOfValue: shares && isEnough(shares.basis) ? keptShare(shares, feeBasisPoints) : null,
    unvalued: shares?.unvalued ?? found?.sales ?? 0,
    sizeTests: scope === 'network' ? sizeTestsOf(sales) : null,
    newestSale: new Date(1000 * Math.max(...sales.map(({ time }) => time))),
    computedAt: now,
  }
  // the median of a box of relays and a rack of disks is the price of neither
  if (!found || !isEnough(found) || scope === 'all')
    return { ...told, price: null, low: null, high: null, costUp: null, costDown: null }
  return {
    ...told,
    price: cents(found.priceUsd),
    low: cents(found.lowUsd),
    high: cents(found.highUsd),
    costUp: costOf(found, MOVED_BY, feeBasisPoints),
    costDown: costOf(found, -MOVED_BY, feeBasisPoints),
  }
}

function keptShare(found: ShareOfValue, feeBasisPoints: number): KeptShareOfValue {
  const { share, low, high, sales, effectiveSales } = found
  const costOf = (by: number) => {
    const cost = costOfMovingShare(found, by, feeBasisPoints)
    // its target and its price are shares, which whole cents would blur
    return cost ? { ...wholeCents(cost), targetUsd: cost.targetUsd, atUsd: cost.atUsd } : null
  }
  return {
    model: ENGINE_MODEL,
    share,
    low,
    high,
    sales,
    effectiveSales,
    costUp: costOf(MOVED_BY),
    costDown: costOf(-MOVED_BY),
  }
}

/** In whole dollars: the step in which people round prices of devices is a hundred of them. */
function sizeTestsOf(sales: readonly RecordedSale[]): KeptReference['sizeTests'] {
  return tradeSizeTests(sales.map(({ priceUsd }) => Math.max(1, Math.round(priceUsd)))) ?? null
}

function costOf(found: ReferencePrice, by: number, feeBasisPoints: number): CostOfMoving | null {
  const cost = costOfMoving(found, by, feeBasisPoints)
  return cost ? wholeCents(cost) : null
}

function wholeCents(cost: CostOfMoving): CostOfMoving {
  const round = (usd: number) => Number(toMoney(usd)) / 100
  return {
    ...cost,
    targetUsd: round(cost.targetUsd),
    atUsd: round(cost.atUsd),
    undetectedUsd: round(cost.undetectedUsd),
    capitalUsd: round(cost.capitalUsd),
    honestUsd: round(cost.honestUsd),
  }
}

function cents(usd: number): Cents {
  return toMoney(usd)
}

function groupsOf(sales: readonly RecordedSale[]): Group[] {
  const groups = new Map<string, Group>()
  const add = (scope: ReferenceScope, subject: string, sale: RecordedSale) => {
    const key = `${scope} ${subject}`
    const group = groups.get(key)
    if (group) group.sales.push(sale)
    else groups.set(key, { scope, subject, sales: [sale] })
  }
  for (const sale of sales) {
    add('position', String(sale.position), sale)
    add('network', sale.network, sale)
    add('all', ALL, sale)
    if (sale.model) add('model', modelSubject(sale.network, sale.model), sale)
  }
  return [...groups.values()]
}
