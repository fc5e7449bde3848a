import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { figureCsv, figureJson, figureRows } from './figure-data'

const data = {
  title: 'Supply',
  x: 'month',
  y: 'tokens',
  series: [
    {
      name: 'A',
      points: [
        { x: 0, y: 1.5 },
        { x: 2, y: 3 },
      ],
    },
    { name: 'B, slower', points: [{ x: 1, y: -2 }] },
  ],
}

describe('a figure taken along', () => {
  it('has every point in its file', () => {
    expect(parse(figureCsv(data), { columns: true })).toEqual([
      { series: 'A', month: '0', tokens: '1.5' },
      { series: 'A', month: '2', tokens: '3' },
      { series: 'B, slower', month: '1', tokens: '-2' },
    ])
    expect(JSON.parse(figureJson(data, { source: 'the page', address: '/lab' }))).toEqual({
      ...data,
      source: 'the page',
      address: '/lab',
    })
  })

  it('has the ends of an interval where there is one', () => {
    const banded = { ...data, series: [{ name: 'A', points: [{ x: 0, y: 2, low: 1, high: 4 }] }] }
    expect(parse(figureCsv(banded), { columns: true })).toEqual([
      { series: 'A', month: '0', tokens: '2', low: '1', high: '4' },
    ])
  })

  it('is a table with a row for every x of any series', () => {
    expect(figureRows(data)).toEqual([
      { x: 0, ys: [1.5, undefined] },
      { x: 1, ys: [undefined, -2] },
      { x: 2, ys: [3, undefined] },
    ])
  })
})
