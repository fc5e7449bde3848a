import { expect, test } from 'vitest'
import { type HeldRow, nextOrder, pageOfHeld, parsePortfolioOrder, sortHeld } from './portfolio'

const row = (positionId: number, worth: bigint | undefined): HeldRow => ({
  positionId,
  name: `Device ${positionId}`,
  network: undefined,
  isDemonstration: false,
  acquired: { kind: 'minted', positionId, at: new Date(positionId), transaction: undefined },
  cost: undefined,
  value: undefined,
  worth,
  unrealised: undefined,
  earned: 0n,
  listing: undefined,
})

test('what has no figure stands last in both directions, and equals stand by number', () => {
  const rows = [row(1, undefined), row(4, 5n), row(3, 5n), row(2, 9n)]
  const ids = (given: string) =>
    sortHeld(rows, parsePortfolioOrder(given)).map(({ positionId }) => positionId)
  expect(ids('worth')).toEqual([2, 3, 4, 1])
  expect(ids('worth-asc')).toEqual([3, 4, 2, 1])
  expect(ids('acquired')).toEqual([4, 3, 2, 1])
})

test('an order that is none is the first one', () => {
  for (const given of [undefined, 7, 'size', 'worth-up', ['a']])
    expect(parsePortfolioOrder(given)).toEqual({ sort: 'worth', direction: 'desc' })
  expect(nextOrder({ sort: 'worth', direction: 'desc' }, 'worth')).toEqual({
    sort: 'worth',
    direction: 'asc',
  })
  expect(nextOrder({ sort: 'worth', direction: 'asc' }, 'position')).toEqual({
    sort: 'position',
    direction: 'asc',
  })
})

test('pages hold every position once, and one beyond the end is the last', () => {
  const rows = Array.from({ length: 205 }, (_, i) => row(i + 1, BigInt(i % 7)))
  const order = parsePortfolioOrder('worth')
  const pages = [1, 2, 3].map((number) => pageOfHeld(rows, order, number))
  expect(pages.map(({ rows }) => rows.length)).toEqual([100, 100, 5])
  expect(new Set(pages.flatMap(({ rows }) => rows.map(({ positionId }) => positionId))).size).toBe(205)
  expect(pageOfHeld(rows, order, 99)).toEqual(pages[2])
  expect(pageOfHeld([], order, 4)).toEqual({ rows: [], number: 1, of: 1 })
})
