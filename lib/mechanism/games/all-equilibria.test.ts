import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { allEquilibria } from './all-equilibria'
import { type Bimatrix, bimatrix } from './bimatrix'
import { coordination3, longPaths6, vonStengel6 } from './documented-games'
import { lemkeHowson } from './lemke-howson'
import { add, multiply, type Rational, rational, toText } from './rational'
import { supportEnumeration } from './support-enumeration'
import { deviationGains, isEquilibrium } from './verify-equilibrium'

const texts = (equilibria: readonly { row: Rational[]; column: Rational[] }[]) =>
  equilibria.map(({ row, column }) => [...row, ...column].map(toText).join(' ')).sort()

const game = (values: fc.Arbitrary<number>, most: number) =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most })).chain(([m, n]) => {
    const matrix = fc.array(fc.array(values, { minLength: n, maxLength: n }), { minLength: m, maxLength: m })
    return fc.tuple(matrix, matrix).map(([row, column]) => bimatrix(row, column))
  })
const wide = game(fc.integer({ min: -1_000, max: 1_000 }), 4)
// few values: most of these games are degenerate
const narrow = game(fc.integer({ min: 0, max: 2 }), 4)

describe('allEquilibria', () => {
  it('finds the documented equilibria (Gambit: coord3, long paths, von Stengel 1997)', () => {
    expect(allEquilibria(coordination3).equilibria).toHaveLength(7)
    const unique = allEquilibria(longPaths6)
    expect(texts(unique.equilibria)).toEqual(['1/30 1/6 3/10 3/10 1/6 1/30 1/6 1/30 3/10 3/10 1/30 1/6'])
    const most = allEquilibria(vonStengel6)
    expect(most.equilibria).toHaveLength(75)
    for (const solved of [unique, most]) expect(solved.isDegenerate).toBe(false)
    expect(most.sets).toHaveLength(75)
    expect(most.equilibria.every((one) => isEquilibrium(vonStengel6, one))).toBe(true)
  })

  it('leaves no profitable deviation, agrees with support enumeration, and counts odd unless degenerate', () => {
    fc.assert(
      fc.property(fc.oneof(wide, narrow), (drawn) => {
        const { equilibria, isDegenerate, sets } = allEquilibria(drawn)
        expect(equilibria.length).toBeGreaterThan(0)
        for (const one of equilibria) expect(isEquilibrium(drawn, one)).toBe(true)
        const bySupport = texts(supportEnumeration(drawn))
        // what one pair of supports alone settles is extreme in a degenerate game too
        expect(texts(equilibria)).toEqual(expect.arrayContaining(bySupport))
        if (isDegenerate) return
        expect(equilibria.length % 2).toBe(1)
        expect(sets).toHaveLength(equilibria.length)
        expect(bySupport).toEqual(texts(equilibria))
      }),
      { numRuns: 300 },
    )
  })

  it('says that a game is degenerate, and mixing within a set keeps the equilibrium', () => {
    const allZero = allEquilibria(bimatrix([[0, 0]], [[0, 0]]))
    expect(allZero).toMatchObject({ isDegenerate: true, sets: [[0, 1]] })
    fc.assert(
      fc.property(narrow, fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 80 }), (drawn, weights) => {
        const { equilibria, sets } = allEquilibria(drawn)
        for (const members of sets) {
          const inside = members.map((k) => equilibria[k]!)
          const mixed = {
            row: mix(
              inside.map(({ row }) => row),
              weights,
            ),
            column: mix(
              inside.map(({ column }) => column),
              weights.toReversed(),
            ),
          }
          expect(isEquilibrium(drawn, mixed)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('refuses matrices that differ in shape or are too large', () => {
    expect(() => bimatrix([[1, 2]], [[1]])).toThrow(InvalidInputError)
    expect(() => bimatrix([], [])).toThrow(InvalidInputError)
    const large = Array.from({ length: 16 }, () => Array.from({ length: 16 }, () => 0))
    expect(() => bimatrix(large, large)).toThrow(InvalidInputError)
  })
})

describe('lemkeHowson', () => {
  it('ends at one of the equilibria from every label, degenerate games included', () => {
    const check = (drawn: Bimatrix) => {
      const labels = drawn.row.length + drawn.row[0]!.length
      for (let dropped = 0; dropped < labels; dropped++)
        expect(isEquilibrium(drawn, lemkeHowson(drawn, dropped))).toBe(true)
    }
    fc.assert(fc.property(fc.oneof(wide, narrow), check), { numRuns: 200 })
    for (const documented of [coordination3, longPaths6, vonStengel6]) check(documented)
  })

  it('takes the long way in the game made for it, and knows its labels', () => {
    const { pivots, path } = lemkeHowson(longPaths6, 0)
    expect(pivots).toBeGreaterThan(10)
    expect(path).toHaveLength(pivots + 1)
    expect([path[0], path.at(-1), path.indexOf(0, 1)]).toEqual([0, 0, pivots])
    expect(() => lemkeHowson(coordination3, 6)).toThrow(InvalidInputError)
  })
})

describe('deviationGains', () => {
  it('measures what a deviation brings', () => {
    const dilemma = bimatrix(
      [
        [3, 0],
        [5, 1],
      ],
      [
        [3, 5],
        [0, 1],
      ],
    )
    const cooperate = [rational(1n), rational(0n)]
    expect(deviationGains(dilemma, { row: cooperate, column: cooperate })).toEqual({
      row: rational(2n),
      column: rational(2n),
    })
    expect(
      deviationGains(dilemma, { row: [rational(1n, 2n), rational(1n)], column: cooperate }),
    ).toBeUndefined()
  })
})

function mix(points: readonly Rational[][], weights: readonly number[]): Rational[] {
  const whole = points.map((_, k) => BigInt((weights[k % weights.length] ?? 0) + 1))
  const total = whole.reduce((a, b) => a + b)
  return points[0]!.map((_, i) =>
    points.reduce((sum, point, k) => add(sum, multiply(point[i]!, rational(whole[k]!, total))), rational(0n)),
  )
}
