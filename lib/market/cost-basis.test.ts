import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { holdingsOf, type Move, sumKnown, unrealisedGain } from './cost-basis'

/** The seed of every draw in this file. */
const SEED = 20_261_121

const at = new Date('2024-06-01T12:00:00Z')
const base = { at, transaction: `0x${'1'.repeat(64)}` }
const bought = (positionId: number, price: bigint): Move => ({
  ...base,
  kind: 'bought',
  positionId,
  from: '0xa',
  price,
})
const sold = (positionId: number, price: bigint, fee: bigint): Move => ({
  ...base,
  kind: 'sold',
  positionId,
  to: '0xb',
  price,
  fee,
})
const minted = (positionId: number): Move => ({ ...base, kind: 'minted', positionId })
const received = (positionId: number): Move => ({ ...base, kind: 'received', positionId, from: '0xc' })
const sent = (positionId: number): Move => ({ ...base, kind: 'sent', positionId, to: '0xd' })

describe('holdingsOf', () => {
  test('a purchase that is sold on realises what reached the seller, less what was paid', () => {
    const [holding] = holdingsOf([bought(7, 100_000_001n), sold(7, 150_000_000n, 1_500_000n)])
    expect(holding).toMatchObject({ cost: 100_000_001n, proceeds: 148_500_000n, realised: 48_499_999n })
  })

  test('what was registered or received has no price, so no gain is made up for it', () => {
    const [first, second] = holdingsOf([minted(1), received(2), sold(1, 9n, 1n), sent(2)])
    expect(first).toMatchObject({ cost: undefined, proceeds: 8n, realised: undefined })
    expect(second).toMatchObject({ cost: undefined, proceeds: undefined, realised: undefined })
    expect(second?.disposed).toMatchObject({ kind: 'sent' })
  })

  test('a position bought back is a holding of its own, at its own price', () => {
    const holdings = holdingsOf([bought(3, 10n), sold(3, 30n, 0n), bought(3, 50n)])
    expect(holdings.map(({ cost, realised }) => ({ cost, realised }))).toEqual([
      { cost: 10n, realised: 20n },
      { cost: 50n, realised: undefined },
    ])
  })

  test('a broken record is refused, not guessed at', () => {
    expect(() => holdingsOf([sold(1, 1n, 0n)])).toThrow(InvalidInputError)
    expect(() => holdingsOf([minted(1), bought(1, 1n)])).toThrow(InvalidInputError)
  })

  test('in any history, money is kept: what came in less what went out is the gain realised plus the cost still held', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            positionId: fc.integer({ min: 1, max: 4 }),
            price: fc.bigInt({ min: 1n, max: 10n ** 24n }),
            cut: fc.integer({ min: 0, max: 1000 }),
          }),
          { maxLength: 60 },
        ),
        (draws) => {
          const held = new Set<number>()
          const moves = draws.map(({ positionId, price, cut }): Move => {
            if (held.delete(positionId)) return sold(positionId, price, (price * BigInt(cut)) / 10_000n)
            held.add(positionId)
            return bought(positionId, price)
          })
          const holdings = holdingsOf(moves)
          const cash = moves.reduce(
            (sum, move) =>
              move.kind === 'sold'
                ? sum + move.price - move.fee
                : move.kind === 'bought'
                  ? sum - move.price
                  : sum,
            0n,
          )
          const open = holdings.filter(({ disposed }) => !disposed)
          expect(open.map(({ positionId }) => positionId).sort()).toEqual([...held].sort())
          expect(
            sumKnown(holdings.map(({ realised }) => realised)).sum -
              sumKnown(open.map(({ cost }) => cost)).sum,
          ).toBe(cash)
        },
      ),
      { seed: SEED, numRuns: Number(process.env.FC_RUNS ?? 300) },
    )
  })

  test('positions do not touch each other: each one’s holdings are those of its own moves', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 40 }), (ids) => {
        const held = new Set<number>()
        const moves = ids.map((id, i): Move => {
          if (held.delete(id)) return i % 3 ? sold(id, BigInt(i), 0n) : sent(id)
          held.add(id)
          return i % 2 ? bought(id, BigInt(i + 1)) : received(id)
        })
        const together = holdingsOf(moves)
        for (const id of [1, 2, 3])
          expect(together.filter(({ positionId }) => positionId === id)).toEqual(
            holdingsOf(moves.filter(({ positionId }) => positionId === id)),
          )
      }),
      { seed: SEED, numRuns: Number(process.env.FC_RUNS ?? 300) },
    )
  })
})

test('a gain needs both its ends', () => {
  expect(unrealisedGain(10n, 4n)).toBe(-6n)
  expect(unrealisedGain(undefined, 4n)).toBeUndefined()
  expect(unrealisedGain(10n, undefined)).toBeUndefined()
})

test('a sum says how many it could not count', () => {
  expect(sumKnown([1n, undefined, 5n])).toEqual({ sum: 6n, counted: 2, unknown: 1 })
})
