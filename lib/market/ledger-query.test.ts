import { expect, test } from 'vitest'
import { parseLedgerQuery } from './ledger-query'

const id = '000000000000012.00000003'

test.each([
  ['2024-02-29 10:00:00.123456+00', true],
  ['2024-02-30 10:00:00+00', false],
  ['9999-99-99 99:99:99+00', false],
  ['yesterday', false],
])('a place at %s is one of the ledger: %s', (key, isPlace) => {
  const { query } = parseLedgerQuery({ after: `${key}~${id}` })
  expect(query.cursor).toEqual(isPlace ? { key, id, side: 'after' } : undefined)
})
