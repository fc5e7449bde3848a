import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { decodeCursor, encodeCursor } from './cursor'

const any = { isKey: () => true, isId: () => true }

test('a cursor comes back as the place it was made from, in its own list alone', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.jsonValue(), (key, id, filters) => {
      const cursor = encodeCursor(['list', filters], { key, id })
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/)
      expect(decodeCursor(['list', filters], any, cursor)).toEqual({ key, id })
      expect(() => decodeCursor(['other', filters], any, cursor)).toThrow(InvalidInputError)
    }),
  )
})

test('whatever else is sent is refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json()), (text) => {
      const encoded = Buffer.from(text).toString('base64url')
      expect(() => decodeCursor(['list'], any, text)).toThrow(InvalidInputError)
      expect(() => decodeCursor(['list'], any, encoded)).toThrow(InvalidInputError)
    }),
  )
  const cursor = encodeCursor(['list'], { key: 'k', id: 'i' })
  expect(() => decodeCursor(['list'], { ...any, isKey: () => false }, cursor)).toThrow(InvalidInputError)
})
