import type { Cents } from '@/lib/core/money'
import type { CostOfMoving } from './cost-of-moving'
import type { KeptReference, PositionReferences, ReferenceScope } from './kept-reference'

/** What others paid, for one position: the one reference to hold a price against. */
export type NearestReference = {
  /** whose sales it rests on */
  scope: ReferenceScope
  /** median price paid, or median share of value times this position's value */
  basis: 'dollars' | 'value'
  price: Cents
  /** 90 % interval */
  low: Cents
  high: Cents
  sales: number
  /** of its value, where that is its basis */
  share: number | undefined
  costUp: CostOfMoving | null
  costDown: CostOfMoving | null
}

/** As much of a valuation as a reference is put beside. */
export type ValueOfModel = { value: Cents; model: string }

export const nearestFirst = ['position', 'model', 'network', 'all'] as const

/**
 * The nearest sales that carry a reference: the position's own, its model's, its network's, those of all networks. Where
 * both dollars and shares of value do, the one whose 90 % interval is narrower: shares where devices differ and values
 * are good, dollars where they are alike and values poor. Dollars of a whole network are the price of no device, so
 * they come last. Shares of another valuation model's values are not used.
 *
 * @returns undefined where nothing carries one
 */
export function nearestReference(
  references: PositionReferences,
  value: ValueOfModel | undefined,
): NearestReference | undefined {
  for (const scope of nearestFirst) {
    const found = scopeReference(references[scope], value)
    if (found) return found
  }
  return references.network && inDollars(references.network)
}

/** What one scope's sales say of a position with this value; undefined where they carry nothing. */
export function scopeReference(
  reference: KeptReference | undefined,
  value: ValueOfModel | undefined,
): NearestReference | undefined {
  if (!reference) return undefined
  const isOfDevice = reference.scope === 'position' || reference.scope === 'model'
  const dollars = isOfDevice ? inDollars(reference) : undefined
  const shares = ofValue(reference, value)
  return dollars && shares ? narrower(dollars, shares) : (dollars ?? shares)
}

function inDollars({ scope, price, low, high, sales, costUp, costDown }: KeptReference) {
  if (price === null || low === null || high === null) return undefined
  return { scope, basis: 'dollars', price, low, high, sales, share: undefined, costUp, costDown } as const
}

function ofValue(
  { scope, shareOfValue }: KeptReference,
  value: ValueOfModel | undefined,
): NearestReference | undefined {
  if (!shareOfValue || !value || value.value <= 0n || shareOfValue.model !== value.model) return undefined
  const { share, low, high, sales, costUp, costDown } = shareOfValue
  const of = (one: number) => timesShare(value.value, one)
  return {
    scope,
    basis: 'value',
    price: of(share),
    low: of(low),
    high: of(high),
    sales,
    share,
    costUp,
    costDown,
  }
}

const PARTS = 1_000_000

/** A share of an amount, to the cent; the share to a millionth. */
function timesShare(amount: Cents, share: number): Cents {
  return (amount * BigInt(Math.round(share * PARTS))) / BigInt(PARTS)
}

function narrower(a: NearestReference, b: NearestReference): NearestReference {
  const width = ({ low, high }: NearestReference) => (low > 0n ? Number(high) / Number(low) : Infinity)
  return width(a) <= width(b) ? a : b
}
