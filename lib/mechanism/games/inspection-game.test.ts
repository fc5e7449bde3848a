import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { allEquilibria } from './all-equilibria'
import { bimatrix } from './bimatrix'
import { honestBond, inspectionEquilibrium, inspectionPayoffs } from './inspection-game'
import { toNumber } from './rational'

const base = { gain: 10, bond: 90, detection: 0.5, auditCost: 2, harm: 20, bondShare: 0 }
const dollars = fc.integer({ min: 1, max: 200 })
const games = fc.record({
  gain: dollars,
  bond: fc.integer({ min: 0, max: 400 }),
  detection: fc.integer({ min: 1, max: 16 }).map((k) => k / 16),
  auditCost: dollars,
  harm: dollars,
  bondShare: fc.integer({ min: 0, max: 4 }).map((k) => k / 4),
})

describe('inspectionEquilibrium', () => {
  it('mixes at a* = g/(d(g + B)) and q* = c/(d(L + rB))', () => {
    expect(inspectionEquilibrium(base)).toEqual({ kind: 'mixed', auditRate: 0.2, falseRate: 0.2 })
  })

  it('is among the equilibria the exact solver finds', () => {
    fc.assert(
      fc.property(games, (game) => {
        const { auditRate, falseRate } = inspectionEquilibrium(game)
        const { operator, network } = inspectionPayoffs(game)
        const { equilibria } = allEquilibria(bimatrix(operator, network))
        const distance = Math.min(
          ...equilibria.map(({ row, column }) =>
            Math.max(Math.abs(toNumber(row[1]!) - falseRate), Math.abs(toNumber(column[1]!) - auditRate)),
          ),
        )
        expect(distance).toBeLessThan(1e-9)
      }),
      { numRuns: 300 },
    )
  })

  it('names the corners', () => {
    expect(inspectionEquilibrium({ ...base, auditCost: 20 }).kind).toBe('never audits')
    expect(inspectionEquilibrium({ ...base, bond: 5 }).kind).toBe('always false')
    expect(inspectionEquilibrium({ ...base, bond: 10 }).kind).toBe('indifferent operator')
    expect(inspectionEquilibrium({ ...base, auditCost: 10 }).kind).toBe('indifferent auditor')
    expect(() => inspectionEquilibrium({ ...base, detection: 0 })).toThrow(InvalidInputError)
    expect(() => inspectionEquilibrium({ ...base, gain: Number.NaN })).toThrow(InvalidInputError)
  })
})

describe('honestBond', () => {
  it('leaves nothing to gain by a false report, and a smaller bond does', () => {
    fc.assert(
      fc.property(games, fc.double({ min: 0.01, max: 1, noNaN: true }), (game, rate) => {
        const bond = honestBond(game, rate)
        const falsePayoff = (B: number) => {
          const [alone, audited] = inspectionPayoffs({ ...game, bond: B }).operator[1]!
          return (1 - rate) * alone! + rate * audited!
        }
        expect(Math.abs(falsePayoff(bond))).toBeLessThan(1e-9 * (1 + bond))
        expect(falsePayoff(bond * 1.01 + 0.01)).toBeLessThan(0)
        if (bond > 1) expect(falsePayoff(bond * 0.99)).toBeGreaterThan(0)
      }),
    )
    expect(honestBond({ gain: 10, detection: 0.5 }, 0.2)).toBeCloseTo(90, 12)
    expect(() => honestBond({ gain: 10, detection: 0.5 }, 0)).toThrow(InvalidInputError)
  })
})
