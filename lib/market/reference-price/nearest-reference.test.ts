import { describe, expect, it } from 'vitest'
import type { KeptReference, PositionReferences, ReferenceScope } from './kept-reference'
import { nearestReference } from './nearest-reference'

const value = { value: 50_000n, model: 'engine-2' }
const nothing: PositionReferences = {
  position: undefined,
  model: undefined,
  network: undefined,
  all: undefined,
}

/** @param dollars price with 10 % on either side; @param share with so much on either side */
function kept(
  scope: ReferenceScope,
  dollars?: bigint,
  share?: { share: number; by: number; model?: string },
) {
  const reference: KeptReference = {
    scope,
    subject: scope,
    price: dollars ?? null,
    low: dollars === undefined ? null : (dollars * 9n) / 10n,
    high: dollars === undefined ? null : (dollars * 11n) / 10n,
    sales: 9,
    leftOut: 0,
    effectiveSales: 8,
    costUp: null,
    costDown: null,
    shareOfValue: share
      ? {
          model: share.model ?? 'engine-2',
          share: share.share,
          low: share.share * (1 - share.by),
          high: share.share * (1 + share.by),
          sales: 7,
          effectiveSales: 6,
          costUp: null,
          costDown: null,
        }
      : null,
    unvalued: 0,
    sizeTests: null,
    newestSale: new Date(0),
    computedAt: new Date(0),
  }
  return reference
}

describe('nearestReference', () => {
  it('is the share of all networks times its value, where nothing nearer was sold', () => {
    const all = kept('all', undefined, { share: 0.9, by: 0.1 })
    expect(nearestReference({ ...nothing, all, model: kept('model') }, value)).toMatchObject({
      scope: 'all',
      basis: 'value',
      price: 45_000n,
      low: 40_500n,
      high: 49_500n,
      sales: 7,
    })
  })

  it('prefers what is nearer, and of one scope what is narrower', () => {
    const network = kept('network', 90_000n, { share: 0.8, by: 0.1 })
    const wide = kept('model', 42_000n, { share: 0.9, by: 0.5 })
    const narrow = kept('model', 42_000n, { share: 0.9, by: 0.05 })
    const of = (references: Partial<PositionReferences>) =>
      nearestReference({ ...nothing, ...references }, value)
    expect(of({ network, model: wide })).toMatchObject({ scope: 'model', basis: 'dollars', price: 42_000n })
    expect(of({ network, model: narrow })).toMatchObject({ scope: 'model', basis: 'value', price: 45_000n })
    // the dollars of a whole network are the price of no device
    expect(of({ network })).toMatchObject({ basis: 'value', price: 40_000n })
  })

  it('uses no share of another model’s values, and dollars where there is no value', () => {
    const network = kept('network', 90_000n, { share: 0.8, by: 0.1, model: 'engine-1' })
    expect(nearestReference({ ...nothing, network }, value)).toMatchObject({
      basis: 'dollars',
      price: 90_000n,
    })
    expect(nearestReference({ ...nothing, network: kept('network', 90_000n) }, undefined)?.price).toBe(
      90_000n,
    )
    expect(
      nearestReference({ ...nothing, all: kept('all', undefined, { share: 1, by: 0.1 }) }, undefined),
    ).toBe(undefined)
    expect(nearestReference(nothing, value)).toBeUndefined()
  })
})
