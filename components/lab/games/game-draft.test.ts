import { describe, expect, it } from 'vitest'
import { knownGames } from '@/lib/mechanism/games/known-games'
import { draftOf, firstGame, gameOf, readGame, writeGame } from './game-draft'

const queryOf = (address: string) => Object.fromEntries(new URLSearchParams(address))

describe('a game in the address', () => {
  it('comes back as it was written', () => {
    for (const known of knownGames) {
      const draft = { ...draftOf(known, 7), label: 2 }
      expect(readGame(queryOf(writeGame(draft)))).toEqual({ draft, problem: undefined })
    }
    const edited = { ...draftOf(firstGame, 1), row: [['1/3', '-2.5']], column: [['0', '4']] }
    expect(writeGame(edited)).toBe('?a=1/3,-2.5&b=0,4')
    expect(readGame(queryOf(writeGame(edited)))).toEqual({ draft: edited, problem: undefined })
    expect(writeGame(draftOf(firstGame, 1))).toBe('')
  })

  it.each([
    ['a=1,2;3&b=1,2;3', 'ragged'],
    ['a=1,2&b=1', 'of two shapes'],
    ['a=1,x&b=1,2', 'of letters'],
    ['a=1,1e9&b=1,2', 'with an exponent'],
    ['a=1,1/0&b=1,2', 'with a division by zero'],
    [`a=${'1,'.repeat(8)}1&b=${'1,'.repeat(8)}1`, 'nine wide'],
    ['game=poker', 'unknown'],
  ])('%s is told and not taken (%s)', (address) => {
    const { draft, problem } = readGame(queryOf(address))
    expect(problem).toBeDefined()
    expect(draft).toEqual(draftOf(firstGame, 1))
  })

  it('is no game while a payoff is being typed', () => {
    const draft = draftOf(firstGame, 1)
    expect(gameOf(draft)).toBeDefined()
    expect(
      gameOf({
        ...draft,
        row: [
          ['-', '1'],
          ['2', '3'],
        ],
      }),
    ).toBeUndefined()
    expect(readGame({ label: '9' })).toEqual({ draft, problem: undefined })
    expect(readGame({ seed: '0', a: ['1', '2'] })).toEqual({ draft, problem: undefined })
  })
})
