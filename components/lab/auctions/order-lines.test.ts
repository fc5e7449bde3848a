import { describe, expect, it } from 'vitest'
import { dollarsOf, lineAfter, ordersOf, readCents, readLines, writeLines } from './order-lines'

describe('orders in the address', () => {
  it('come back as they were written', () => {
    const text = '2x149.50_120_3x0.01'
    const lines = readLines('bids', text)!
    expect(writeLines(lines)).toBe(text)
    expect(ordersOf(lines)).toEqual([
      { id: 'b01', quantity: 2, limitCents: 14_950 },
      { id: 'b02', quantity: 1, limitCents: 12_000 },
      { id: 'b03', quantity: 3, limitCents: 1 },
    ])
    expect(readLines('asks', '')).toEqual([])
  })

  it.each(['x', '12x', '0x5', '1.234', '-5', '0', '5_', '25x1', '13x1_12x1'])('%s is no list', (text) => {
    expect(readLines('asks', text)).toBeUndefined()
  })

  it('keep cents as they were typed', () => {
    for (const cents of [1, 10, 99, 100, 12_345, 99_999_999]) expect(readCents(dollarsOf(cents))).toBe(cents)
    const lines = [
      lineAfter('asks', []),
      lineAfter('asks', [{ id: 's01', label: '', units: '1', dollars: '1' }]),
    ]
    expect(lines.map(({ id, label }) => [id, label])).toEqual([
      ['s01', 'Ask 1'],
      ['s02', 'Ask 2'],
    ])
    expect(ordersOf(lines)).toBeUndefined()
  })
})
