import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { circulationGap } from './circulation-gap'

const network = (id: string, poolUsd: number, nodes: number, poolElasticity = 0) => ({
  id,
  poolUsd,
  nodes,
  poolElasticity,
})

describe('circulationGap', () => {
  it('evens out reward per node, and creates nothing where pools are fixed', () => {
    const networks = [network('rich', 3_000, 10), network('poor', 1_000, 30)]
    const group = { id: 'poor', network: 1, devices: 30, canServe: [1, 1], switchUsdPerMonth: 0 }
    const rich = { id: 'rich', network: 0, devices: 10, canServe: [1, 1], switchUsdPerMonth: 0 }
    const gap = circulationGap([rich, group], networks)
    expect(gap.spread[1]![0]).toBeCloseTo(20, 4)
    expect(gap.gainUsd).toBeCloseTo(0, 4)
    // from 33.33 to 100 dollars each
    expect(gap.moversUsd).toBeCloseTo(20 * (100 - 1_000 / 30), 3)
    expect(gap.undilutedUsd).toBeCloseTo(30 * (300 - 1_000 / 30), 6)
  })

  it('leaves no device a better network, and moves nobody beyond what can serve', () => {
    const pool = fc.record({
      poolUsd: fc.integer({ min: 0, max: 10_000 }),
      extra: fc.integer({ min: 1, max: 50 }),
      poolElasticity: fc.double({ min: 0, max: 0.9, noNaN: true }),
    })
    const groups = fc.array(
      fc.record({
        network: fc.nat(2),
        devices: fc.integer({ min: 0, max: 80 }),
        canServe: fc.array(fc.constantFrom(0, 0.3, 1), { minLength: 3, maxLength: 3 }),
        switchUsdPerMonth: fc.integer({ min: 0, max: 20 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(fc.array(pool, { minLength: 3, maxLength: 3 }), groups, (pools, drawn) => {
        const named = drawn.map((group, g) => ({ ...group, id: `${g}` }))
        const networks = pools.map(({ extra, ...rest }, j) => ({
          ...rest,
          id: `${j}`,
          nodes: extra + named.reduce((sum, group) => (group.network === j ? sum + group.devices : sum), 0),
        }))
        const gap = circulationGap(named, networks)
        expect(gap.regretUsd).toBeLessThan(0.01)
        expect(gap.undilutedUsd).toBeGreaterThanOrEqual(0)
        named.forEach((group, g) => {
          expect(gap.spread[g]!.reduce((a, b) => a + b, 0)).toBeCloseTo(group.devices, 6)
          gap.spread[g]!.forEach((count, j) => {
            if (j !== group.network)
              expect(count).toBeLessThanOrEqual(group.devices * group.canServe[j]! + 1e-6)
          })
        })
      }),
    )
    expect(() => circulationGap([], [network('a', 1, 0)])).toThrow(InvalidInputError)
  })
})
