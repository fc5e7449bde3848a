import { expect, test } from 'vitest'
import type { MarketRow } from './market-row'
import { nearest } from './similar-positions'

function row(positionId: number, value: bigint | undefined, reward?: number): MarketRow {
  return {
    positionId,
    name: `Position ${positionId}`,
    network: { slug: 'relay', name: 'Relay' },
    operator: undefined,
    owner: '0x',
    isDemonstration: false,
    listing: undefined,
    value: value === undefined ? undefined : { value, p5: 0n, p50: value, p95: value },
    reward:
      reward === undefined ? undefined : { dollarsPerMonth: reward, month: '2023-06-01', basis: 'network' },
  }
}

const ids = (rows: MarketRow[]) => rows.map(({ positionId }) => positionId)

test('half and twice are equally far; what is not valued is left out', () => {
  const others = [row(2, 400n), row(3, 50n), row(4, 200n), row(5, undefined), row(6, 110n)]
  expect(ids(nearest(row(1, 100n), others))).toEqual([6, 3, 4, 2])
})

test('reward counts as much as value, where both are known', () => {
  const others = [row(2, 100n, 40), row(3, 150n, 10), row(4, 100n)]
  expect(ids(nearest(row(1, 100n, 10), others))).toEqual([4, 3, 2])
})

test('a worthless position has neighbours too', () => {
  expect(ids(nearest(row(1, 0n), [row(2, 5n), row(3, 0n)]))).toEqual([3, 2])
})
