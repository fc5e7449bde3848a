import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, test } from 'vitest'
import { UnavailableError } from '@/lib/core/errors'
import { databaseTrouble } from './database-trouble'

const coded = (code: string) => Object.assign(new Error('refused'), { code })

test('a database that is away or asks to try again is trouble that passes', () => {
  for (const code of ['57P01', '40001', '40P01', '08006', '53300', 'ECONNREFUSED'])
    expect(databaseTrouble(new DrizzleQueryError('select', [], coded(code))), code).toBeInstanceOf(
      UnavailableError,
    )
  expect(databaseTrouble(new Error('Connection terminated unexpectedly'))).toBeInstanceOf(UnavailableError)
})

test('a broken rule stays what it is', () => {
  const error = new DrizzleQueryError('insert', [], coded('23505'))
  expect(databaseTrouble(error)).toBe(error)
})
