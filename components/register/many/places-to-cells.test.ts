import fc from 'fast-check'
import { latLngToCell } from 'h3-js'
import { expect, test } from 'vitest'
import { parseCsv } from '@/lib/core/csv/parse-csv'
import { placesToCells } from './places-to-cells'

const berlin = latLngToCell(52.52, 13.405, 5)
const sydney = latLngToCell(-33.87, 151.21, 5)

test('coordinates become the public cell, and do not leave the browser', async () => {
  const text = await placesToCells('name,latitude,longitude\nMill,52.52,13.405\nHarbour,−33.87,151.21\n')
  expect(parseCsv(text).records).toEqual([
    { line: 1, cells: ['name', 'cell'] },
    { line: 2, cells: ['Mill', berlin] },
    { line: 3, cells: ['Harbour', sydney] },
  ])
})

test('a cell that is given stands; decimal commas are read; what is no place is refused by its cell', async () => {
  const file = `Longitude;cell;Latitude;note\n13,405;;52,52;=1\n0;${sydney};0;\n200;;0;\n;;;none\n`
  expect(parseCsv(await placesToCells(file)).records.map(({ cells }) => cells)).toEqual([
    ['cell', 'note'],
    [berlin, '=1'],
    [sydney, ''],
    ['not coordinates', ''],
    ['', 'none'],
  ])
})

test('a file without coordinates, or one that cannot be read, stays as it is', async () => {
  for (const text of ['', 'name,cell\na,b', 'name,latitude\na,1', 'latitude,longitude\n"1,2'])
    expect(await placesToCells(text)).toBe(text)
})

test('every record keeps its line, whatever stands in it', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', '1', ' ') })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, fc.boolean()), { maxLength: 6 }), async (rows) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
      const file = `latitude,longitude,name\n${rows
        .map(([name, isApart]) => `${isApart ? '\n' : ''}52.52,13.405,${quoted(name)}`)
        .join('\n')}`
      const given = parseCsv(file).records
      expect(parseCsv(await placesToCells(file)).records).toEqual(
        given.map(({ line, cells }, index) => ({
          line,
          cells: [cells[2], index === 0 ? 'cell' : berlin],
        })),
      )
    }),
    { seed: 20_240_607 },
  )
})
