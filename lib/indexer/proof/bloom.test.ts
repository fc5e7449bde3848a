import fc from 'fast-check'
import { bytesToHex, type Hex, keccak256, stringToHex } from 'viem'
import { expect, test } from 'vitest'
import { bloomFill, bloomOf, mayHoldLogsOf } from './bloom'

const address = (seed: string): Hex => `0x${keccak256(stringToHex(seed)).slice(26)}`
const log = (seed: string) => ({ address: address(seed), topics: [keccak256(stringToHex(`${seed} topic`))] })

test('a bloom never denies a log that is there', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 40 }), (seeds) => {
      const bloom = bytesToHex(bloomOf(seeds.map(log)))
      return seeds.every((seed) => mayHoldLogsOf(bloom, [address(seed)]))
    }),
    { seed: 1 },
  )
})

test('a bloom of few logs denies nearly all others', () => {
  const bloom = bytesToHex(bloomOf(['a', 'b', 'c'].map(log)))
  const wrong = Array.from({ length: 1_000 }, (_, i) => mayHoldLogsOf(bloom, [address(`other ${i}`)]))
  expect(wrong.filter(Boolean).length).toBeLessThan(5)
})

test('an empty bloom denies everything and is not filled', () => {
  const empty: Hex = `0x${'00'.repeat(256)}`
  expect(mayHoldLogsOf(empty, [address('a')])).toBe(false)
  expect(bloomFill(empty)).toBe(0)
  expect(bloomFill(`0x${'ff'.repeat(256)}`)).toBe(1)
})

test('addresses are told apart by their bytes, not their case', () => {
  const bloom = bytesToHex(bloomOf([log('a')]))
  expect(mayHoldLogsOf(bloom, [address('a').toUpperCase().replace('0X', '0x') as Hex])).toBe(true)
})
