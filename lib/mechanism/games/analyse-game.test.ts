import { describe, expect, it } from 'vitest'
import { analyseGame } from './analyse-game'
import { bimatrix } from './bimatrix'
import { knownGames } from './known-games'
import { learningPath, whereLearningEnds } from './learning'
import { compare, parseRational, toNumber } from './rational'

const read = (matrix: readonly (readonly string[])[]) => matrix.map((line) => line.map(parseRational))
const gameOf = (slug: string) => {
  const { row, column } = knownGames.find((one) => one.slug === slug)!
  return bimatrix(read(row), read(column))
}
const mixtures = (slug: string) =>
  analyseGame(gameOf(slug)).equilibria.map(({ row, column }) => [row.mixture, column.mixture])

describe('analyseGame', () => {
  it('finds the textbook’s three, and the ends of the degenerate one’s continuum (von Stengel, in Nisan et al. 2007)', () => {
    expect(mixtures('textbook')).toEqual(
      expect.arrayContaining([
        [
          ['1', '0', '0'],
          ['1', '0'],
        ],
        [
          ['4/5', '1/5', '0'],
          ['2/3', '1/3'],
        ],
        [
          ['0', '1/3', '2/3'],
          ['1/3', '2/3'],
        ],
      ]),
    )
    expect(mixtures('textbook')).toHaveLength(3)
    const { isDegenerate, continua, equilibria } = analyseGame(gameOf('degenerate'))
    expect(isDegenerate).toBe(true)
    expect(mixtures('degenerate')).toEqual(
      expect.arrayContaining([
        [
          ['1', '0', '0'],
          ['1', '0'],
        ],
        [
          ['1', '0', '0'],
          ['2/3', '1/3'],
        ],
        [
          ['0', '1/3', '2/3'],
          ['1/3', '2/3'],
        ],
      ]),
    )
    expect(continua).toHaveLength(1)
    for (const k of continua[0]!.members) expect(equilibria[k]!.row.mixture).toEqual(['1', '0', '0'])
    // the first row, as long as the first column is played with 2/3 at least
    expect(continua[0]!.column).toEqual([
      { least: '2/3', most: '1', shares: [2 / 3, 1] },
      { least: '0', most: '1/3', shares: [0, 1 / 3] },
    ])
  })

  it('puts what is stable first, and what mixes least', () => {
    const { equilibria } = analyseGame(gameOf('von-stengel'))
    expect(equilibria.slice(0, 3).map(({ stability }) => stability)).toEqual(['stable', 'stable', 'neutral'])
    expect(
      equilibria.slice(0, 2).every(({ row, column }) => row.support.length + column.support.length === 2),
    ).toBe(true)
  })

  it.each(knownGames.map(({ slug }) => slug))('proves every equilibrium of %s by its payoffs', (slug) => {
    const { equilibria, paths } = analyseGame(gameOf(slug))
    expect(equilibria.length).toBeGreaterThan(0)
    for (const { row, column } of equilibria)
      for (const side of [row, column]) {
        expect(side.gain).toBe('0')
        side.against.forEach((payoff, k) => {
          const gap = compare(parseRational(payoff), parseRational(side.payoff))
          expect(side.support.includes(k) ? gap === 0 : gap <= 0).toBe(true)
        })
        expect(side.mixture.map((text) => toNumber(parseRational(text)))).toEqual(side.shares)
      }
    for (const { path, steps, end } of paths) {
      expect(equilibria[end]).toBeDefined()
      expect(path.at(-1)).toBe(path[0])
      expect(steps).toHaveLength(path.length - 1)
      expect(steps.at(-1)).toEqual({
        row: equilibria[end]!.row.mixture,
        column: equilibria[end]!.column.mixture,
      })
    }
  })
})

describe('learning', () => {
  it('ends where it is stable, and in step with the payoffs’ unit', () => {
    const game = gameOf('critical-mass')
    const numbers = {
      row: game.row.map((line) => line.map(toNumber)),
      column: game.column.map((line) => line.map(toNumber)),
    }
    const { equilibria } = analyseGame(game)
    const shares = equilibria.map(({ row, column }) => ({ row: row.shares, column: column.shares }))
    const { ends, elsewhere } = whereLearningEnds(numbers, shares, { starts: 40, seed: 3, until: 400 })
    expect(elsewhere).toBe(0)
    expect(ends.reduce((a, b) => a + b)).toBe(40)
    equilibria.forEach(({ stability }, k) => {
      if (stability === 'unstable') expect(ends[k]).toBe(0)
      else expect(ends[k]).toBeGreaterThan(0)
    })
    const options = { until: 20, step: 0.1, every: 20 }
    const start = { row: [0.4, 0.6], column: [0.3, 0.7] }
    const cents = {
      row: numbers.row.map((line) => line.map((x) => 100 * x)),
      column: numbers.column.map((line) => line.map((x) => 100 * x)),
    }
    const [path, same] = [learningPath(numbers, start, options), learningPath(cents, start, options)]
    for (const [k, { row }] of path.entries()) expect(row[0]).toBeCloseTo(same[k]!.row[0]!, 9)
  })
})
