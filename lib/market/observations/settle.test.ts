import { expect, test } from 'vitest'
import type { Said } from './observation'
import { settle } from './settle'

const day = (n: number) => new Date(Date.UTC(2024, 0, n))
const says = (source: string, value: string | undefined, known: number, rank = 100): Said => ({
  network: 'helium-iot',
  measure: 'rewards_usd',
  span: 'month',
  period: '2023-12-01',
  value,
  knownAt: day(known),
  recordedAt: day(known),
  source,
  rank,
})

test('nothing was known before the first word', () => {
  expect(settle([says('a', '100', 5)], day(4))).toBeUndefined()
  expect(settle([says('a', '100', 5)], day(5))?.figure.value).toBe('100')
})

test('a revised figure counts from the day it was known, and the one before it is kept', () => {
  const said = [says('a', '100', 5), says('a', '90', 9)]
  expect(settle(said, day(8))).toMatchObject({ figure: { value: '100' }, revised: [] })
  expect(settle(said, day(9))).toMatchObject({ figure: { value: '90' }, revised: [{ value: '100' }] })
})

test('of sources that contradict each other the one of lower rank counts, and the other is named', () => {
  const said = [says('exact', '100', 5, 10), says('rough', '101', 9), says('near', '100.4', 9)]
  const settled = settle(said, day(9))
  expect(settled?.figure.source).toBe('exact')
  expect(settled?.contradicted.map(({ source }) => source)).toEqual(['rough'])
})

test('a source without a figure gives way to one with it, and contradicts nobody', () => {
  const said = [says('first', undefined, 5, 10), says('second', '7', 5, 20)]
  expect(settle(said, day(5))).toMatchObject({ figure: { source: 'second' }, contradicted: [] })
  const taken = [says('first', '7', 5, 10), says('first', undefined, 6, 10)]
  expect(settle(taken, day(6))).toMatchObject({ figure: { value: undefined }, revised: [{ value: '7' }] })
})
