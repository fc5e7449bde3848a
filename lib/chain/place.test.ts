import { cellToChildren, latLngToCell } from 'h3-js'
import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { cellFromUint64, cellToUint64, isCell } from './cell'
import { metadataHash } from './metadata-hash'
import { placeCommitment } from './place-commitment'

const cell = latLngToCell(37.77, -122.42, 5)
const salt = `0x${'5a'.repeat(32)}` as const

describe('a cell', () => {
  test('travels as uint64 and comes back', () => {
    expect(isCell(cell)).toBe(true)
    expect(cellFromUint64(cellToUint64(cell))).toBe(cell)
    expect(cellToUint64(null)).toBe(0n)
    expect(cellFromUint64(0n)).toBeNull()
  })

  test('is of the public resolution, and nothing else', () => {
    expect(isCell(latLngToCell(37.77, -122.42, 4))).toBe(false)
    expect(isCell(cellToChildren(cell, 6)[0] ?? '')).toBe(false)
    expect(isCell(cell.toUpperCase())).toBe(false)
    expect(isCell('85283473ffffff0')).toBe(false)
    expect(isCell('')).toBe(false)
  })
})

describe('a commitment to a place', () => {
  const place = { latitude: 37.774929, longitude: -122.419416 }

  test('names one place and one salt', () => {
    const commitment = placeCommitment(place, salt)
    expect(placeCommitment({ ...place }, salt)).toBe(commitment)
    expect(placeCommitment({ ...place, latitude: 37.77493 }, salt)).not.toBe(commitment)
    expect(placeCommitment(place, `0x${'5b'.repeat(32)}`)).not.toBe(commitment)
  })

  test.each([
    { latitude: 91, longitude: 0 },
    { latitude: 0, longitude: 181 },
    { latitude: Number.NaN, longitude: 0 },
  ])('is refused for %o, which is not on Earth', (nowhere) =>
    expect(() => placeCommitment(nowhere, salt)).toThrow(InvalidInputError),
  )
})

test('metadata has one hash whatever the order of its fields', () => {
  expect(metadataHash({ name: 'a', hardware: 'b' })).toBe(metadataHash({ hardware: 'b', name: 'a' }))
  expect(metadataHash({ name: 'a' })).not.toBe(metadataHash({ name: 'b' }))
  expect(metadataHash({ name: 'a', note: undefined })).toBe(metadataHash({ name: 'a' }))
})
