import { expect, test } from 'vitest'
import { firstRules, noRules } from '@/lib/market/watch'
import { formOf, rulesOf } from './rules-of'

test('a form gives back the rules it was made from', () => {
  for (const rules of [noRules, firstRules, { ...noRules, below: 84_200_001n, silent: true }])
    expect(rulesOf(formOf(rules))).toEqual({ rules })
})

test('a price is read as people write it, and what is none is refused in words', () => {
  const read = (below: string) => rulesOf({ ...noRules, below })
  expect(read(' $1,234.50 ')).toEqual({ rules: { ...noRules, below: 1_234_500_000n } })
  for (const text of ['ten', '-4', '0', '1.2345678', '9'.repeat(30)])
    expect(read(text), text).toHaveProperty('problem')
})
