import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine } from './format-csv'
import { parseCsv } from './parse-csv'

/** Every property here starts from this seed; change it to look elsewhere. */
const seed = 20_240_607

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '1', ' ', ',', ';', '"', '\n', '\r', '\r\n', '\t', '-'),
})

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

describe('parseCsv', () => {
  test('reads back whatever is written quoted, with the line each record starts on', () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    const end = fc.constantFrom('\n', '\r\n')
    fc.assert(
      fc.property(table, end, fc.boolean(), (rows, lineEnd, mark) => {
        const heading = ['h1', 'h2']
        const all = [heading, ...rows]
        const text = (mark ? '\uFEFF' : '') + all.map((row) => row.map(quoted).join(',')).join(lineEnd)
        const expected: { line: number; cells: string[] }[] = []
        let line = 1
        for (const row of all) {
          if (row.some((it) => it.trim() !== '')) expected.push({ line, cells: row })
          line += 1 + row.reduce((sum, it) => sum + (it.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
        }
        expect(parseCsv(text)).toEqual({ records: expected, trouble: undefined })
      }),
      { seed },
    )
  })

  test('agrees with another reader of the same text, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), (parts) => {
        const text = `a,b\n${parts.join('')}`
        const ours = parseCsv(text)
        // past the first trouble there is nothing to agree on
        if (ours.trouble) return
        const theirs: string[][] = parse(text, {
          delimiter: ',',
          relax_column_count: true,
          relax_quotes: true,
          record_delimiter: ['\r\n', '\n', '\r'],
        })
        const full = theirs.filter((row) => row.some((it) => it.trim() !== ''))
        expect(ours.records.map(({ cells }) => cells)).toEqual(full)
      }),
      { seed },
    )
  })

  test('never throws, and says where a text stops being CSV', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { records, trouble } = parseCsv(text)
        for (const record of records) expect(record.cells.length).toBeGreaterThan(0)
        if (trouble) {
          const line = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)[trouble.line - 1] ?? ''
          expect(trouble.column).toBeGreaterThan(0)
          expect(trouble.column).toBeLessThanOrEqual(line.length + 1)
        }
      }),
      { seed },
    )
    expect(parseCsv('a,b\n1,"2').trouble).toEqual({
      line: 2,
      column: 3,
      message: 'This quote is never closed.',
    })
    expect(parseCsv('a,b\n"x\ny"z,2').trouble).toMatchObject({ line: 3, column: 3 })
  })

  test('takes semicolons and tabs, as spreadsheets of other languages write', () => {
    expect(parseCsv('a;b\n1,5;2').records[1]?.cells).toEqual(['1,5', '2'])
    expect(parseCsv('a\tb\r\n1\t2\r\n').records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ])
  })
})

describe('csvLine', () => {
  test('is read back as it was, but for what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        fc.pre(cells.some((it) => it.trim() !== ''))
        const text = csvLine(['lead', ...cells])
        const read = parseCsv(text).records[0]?.cells ?? []
        expect(read.slice(1).map((it) => it.replace(/^'(?=[=+@\t\r-])/, ''))).toEqual(cells)
      }),
      { seed },
    )
    expect(csvLine(['=1+1', '-5', -5, '@x', null, 3n])).toBe("'=1+1,-5,-5,'@x,,3\r\n")
  })
})
