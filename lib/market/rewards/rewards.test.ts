import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accrue } from './accrue'
import { addToLeaves, totalOf } from './leaves'
import { ATTO_PER_UNIT, rateOf } from './rate'
import { type TenureChange, tenuresBetween } from './tenures'

const FROM = 1_000_000
const TO = FROM + 3600
const DOLLAR_A_DAY = rateOf({ rewardsUsd: '30', nodes: '1', month: '2023-06' })

test('a rate is the exact mean of its month, rounded down', () => {
  expect(rateOf({ rewardsUsd: '2592', nodes: '1', month: '2023-06' })).toBe(10n ** 15n)
  expect(rateOf({ rewardsUsd: '1', nodes: '3', month: '2024-02' })).toBe(10n ** 18n / (3n * 29n * 86_400n))
  expect(rateOf({ rewardsUsd: '12.50', nodes: '2.5', month: '2023-01' })).toBe(
    (5n * 10n ** 18n) / (31n * 86_400n),
  )
  expect(() => rateOf({ rewardsUsd: '1', nodes: '0.0', month: '2023-01' })).toThrow('needs a node')
  expect(() => rateOf({ rewardsUsd: 'NaN', nodes: '1', month: '2023-01' })).toThrow('decimal number')
  expect(() => rateOf({ rewardsUsd: '1', nodes: '1', month: '2023-13' })).toThrow('not a month')
})

test('a sale splits the reward at its second: before it the seller’s, from it on the buyer’s', () => {
  const tenures = tenuresBetween(
    [
      { positionId: 1, at: 5, owner: 'seller', network: 'dimo' },
      { positionId: 1, at: FROM + 900, owner: 'buyer' },
    ],
    FROM,
    TO,
  )
  expect(tenures).toEqual([
    { positionId: 1, account: 'seller', network: 'dimo', from: FROM, to: FROM + 900 },
    { positionId: 1, account: 'buyer', network: 'dimo', from: FROM + 900, to: TO },
  ])
  const [seller, buyer] = accrue(tenures, () => 4n * ATTO_PER_UNIT)
  expect([seller?.earned, buyer?.earned]).toEqual([3600n, 10_800n])
})

test('a position earns nothing before it is registered, and another network’s rate once it is reassigned', () => {
  const tenures = tenuresBetween(
    [
      { positionId: 2, at: FROM + 600, owner: 'alice', network: 'dimo' },
      { positionId: 2, at: FROM + 1600, network: 'wingbits' },
    ],
    FROM,
    TO,
  )
  const earned = accrue(tenures, ({ network }) => (network === 'dimo' ? ATTO_PER_UNIT : 2n * ATTO_PER_UNIT))
  expect(earned.map((it) => [it.network, it.earned])).toEqual([
    ['dimo', 1000n],
    ['wingbits', 4000n],
  ])
})

test('what happens at the end of an epoch, or twice in one second, is no tenure', () => {
  const changes = [
    { positionId: 3, at: FROM, owner: 'alice', network: 'dimo' },
    { positionId: 3, at: FROM + 10, owner: 'bob' },
    { positionId: 3, at: FROM + 10, owner: 'carol' },
    { positionId: 3, at: TO, owner: 'dave' },
  ]
  expect(tenuresBetween(changes, FROM, TO).map(({ account, from, to }) => [account, to - from])).toEqual([
    ['alice', 10],
    ['carol', 3590],
  ])
})

/** A history of one position: registered, then sold and moved any number of times. */
const history = fc
  .array(
    fc.record({
      at: fc.integer({ min: FROM - 500, max: TO + 500 }),
      owner: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
      network: fc.option(fc.constantFrom('dimo', 'relay'), { nil: undefined }),
    }),
    { maxLength: 12 },
  )
  .map((changes): TenureChange[] =>
    [{ at: FROM - 600, owner: 'a', network: 'dimo' }, ...changes.sort((x, y) => x.at - y.at)].map(
      ({ at, owner, network }) => ({
        positionId: 1,
        at,
        ...(owner !== undefined && { owner }),
        ...(network !== undefined && { network }),
      }),
    ),
  )
const rate = fc.bigInt({ min: 0n, max: 10n ** 16n })

test('tenures cover every second since registration once', () => {
  fc.assert(
    fc.property(history, (changes) => {
      const tenures = tenuresBetween(changes, FROM, TO)
      let at = FROM
      for (const tenure of tenures) {
        expect(tenure.from).toBe(at)
        expect(tenure.to).toBeGreaterThan(tenure.from)
        at = tenure.to
      }
      expect(at).toBe(TO)
    }),
  )
})

test('the parts of all accounts are the pool, to the unit, and the pool is never more than the rate allows', () => {
  fc.assert(
    fc.property(history, rate, rate, (changes, first, second) => {
      const rateIn = (network: string) => (network === 'dimo' ? first : second)
      const earned = accrue(tenuresBetween(changes, FROM, TO), ({ network }) => rateIn(network))
      // the same history without its sales: one owner all along
      const unsold = changes.map(({ positionId, at, network }) => ({
        positionId,
        at,
        owner: 'a',
        ...(network !== undefined && { network }),
      }))
      const pools = accrue(tenuresBetween(unsold, FROM, TO), ({ network }) => rateIn(network))
      for (const network of ['dimo', 'relay']) {
        const sum = (rows: typeof earned) =>
          rows.filter((row) => row.network === network).reduce((total, row) => total + row.earned, 0n)
        expect(sum(earned)).toBe(sum(pools))
      }
      for (const { network, from, to, earned: pool } of pools)
        expect(pool).toBe((rateIn(network) * BigInt(to - from)) / ATTO_PER_UNIT)
      for (const row of earned) expect(row.earned >= 0n).toBe(true)
    }),
  )
})

test('sums only grow from epoch to epoch, by exactly what was earned', () => {
  const account = fc.constantFrom('a', 'b', 'c')
  const rows = fc.array(fc.record({ positionId: fc.nat(4), account, earned: fc.bigInt(0n, 10n ** 9n) }))
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const before = addToLeaves([], first)
      const after = addToLeaves(before, second)
      for (const leaf of before) {
        const next = after.find((it) => it.positionId === leaf.positionId && it.account === leaf.account)
        expect(next?.before).toBe(leaf.cumulative)
        expect(next && next.cumulative >= leaf.cumulative).toBe(true)
      }
      const earned = second.reduce((sum, row) => sum + row.earned, 0n)
      expect(totalOf(after) - totalOf(before)).toBe(earned)
    }),
  )
})

test('an hour at a dollar a day is 41,666 millionths, whoever holds the position', () => {
  const [whole] = accrue(
    [{ positionId: 1, account: 'a', network: 'dimo', from: FROM, to: TO }],
    () => DOLLAR_A_DAY,
  )
  expect(whole?.earned).toBe(41_666n)
})
