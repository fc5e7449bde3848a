import fc from 'fast-check'
import { type Address, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import type { Transfer } from './decode-transfer'
import { followBalances, type Standing } from './follow-balances'

const account = (n: number) => (n === 0 ? zeroAddress : `0x${String(n).padStart(40, '0')}`) as Address
const empty = (): Standing => ({ supply: 0n, holders: 0, balances: new Map() })
const move = (from: number, to: number, amount: number): Transfer => ({
  block: 1,
  from: account(from),
  to: account(to),
  amount: BigInt(amount),
})

test('a day ends with what its transfers came to, and a quiet day with what was before', () => {
  const standing = empty()
  const first = followBalances(
    standing,
    [
      { day: '2024-02-28', transfers: [move(0, 1, 10), move(1, 2, 4)] },
      { day: '2024-03-01', transfers: [move(2, 1, 4)] },
    ],
    undefined,
  )
  expect(first).toEqual({
    ended: [
      { day: '2024-02-28', supply: 10n, holders: 2, transfers: 2 },
      { day: '2024-02-29', supply: 10n, holders: 2, transfers: 0 },
    ],
    open: { day: '2024-03-01', transfers: 1 },
  })
  expect(standing.holders).toBe(1)
})

test('who sends what they do not have is named', () => {
  expect(() =>
    followBalances(empty(), [{ day: '2024-01-01', transfers: [move(1, 2, 1)] }], undefined),
  ).toThrow(/sent more than it had in block 1/)
})

test('however blocks are cut into readings, days end the same, and holders are who hold', () => {
  const transfer = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.nat(9))
  const blocks = fc.array(fc.tuple(fc.nat(2), fc.array(transfer, { maxLength: 4 })), { maxLength: 12 })
  fc.assert(
    fc.property(blocks, fc.nat(12), (drawn, cut) => {
      let day = Date.UTC(2024, 0, 1)
      const chain = drawn.map(([days, moves]) => {
        day += days * 86_400_000
        // what an account lacks is minted first
        const transfers = moves.flatMap(([from, to, amount]) =>
          from === 0 ? [move(0, to, amount)] : [move(0, from, amount), move(from, to, amount)],
        )
        return { day: new Date(day).toISOString().slice(0, 10), transfers }
      })
      const [whole, parts] = [empty(), empty()]
      const once = followBalances(whole, chain, undefined)
      const first = followBalances(parts, chain.slice(0, cut), undefined)
      const second = followBalances(parts, chain.slice(cut), first.open)
      expect([...first.ended, ...second.ended]).toEqual(once.ended)
      expect(parts).toEqual(whole)
      const held = [...whole.balances.values()].filter((balance) => balance > 0n)
      expect(whole.holders).toBe(held.length)
      expect(whole.supply).toBe(held.reduce((sum, balance) => sum + balance, 0n))
    }),
    { seed: 20_240_607 },
  )
})
