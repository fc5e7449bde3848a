import { expect, test } from 'vitest'
import { noReprice, readReprice, repriceWay } from './reprice'

test('lower needs a signature, higher a cancellation first, the same nothing', () => {
  expect(repriceWay(100n, 99n)).toBe('lower')
  expect(repriceWay(100n, 101n)).toBe('higher')
  expect(repriceWay(100n, 100n)).toBe('none')
  expect(repriceWay(100n, undefined)).toBe('none')
})

test('a change under way is read back as it was; nonsense is none', () => {
  const kept = {
    ...noReprice,
    hash: `0x${'ab'.repeat(32)}`,
    from: '5000000',
    price: '7',
    isCancelling: true,
  }
  expect(readReprice(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(readReprice({ ...kept, hash: '0x12' })).toBeUndefined()
  expect(readReprice({ ...kept, from: 'x' })).toBeUndefined()
  expect(readReprice(null)).toBeUndefined()
})
