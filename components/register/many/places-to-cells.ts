import { parseCsv } from '@/lib/core/csv/parse-csv'
import { cellOf } from '../cell-of'

/** What stands in the cell of a row whose coordinates are none: no H3 cell, so the row is refused by it. */
const NO_PLACE = 'not coordinates'

const nameOf = (cell: string) => cell.trim().toLowerCase().replaceAll(' ', '_')

/**
 * A file whose rows name their place by the columns `latitude` and `longitude` (WGS 84 degrees) → the same file with
 * the public H3 cell instead, each record on the line it was on. Worked out in this browser: exact places leave it only
 * as their cells. A cell that a row gives stands. Any other file comes back as it was.
 */
export async function placesToCells(text: string): Promise<string> {
  const { records, trouble } = parseCsv(text)
  const [heading, ...rows] = records
  const names = heading?.cells.map(nameOf) ?? []
  const [latitude, longitude, cell] = ['latitude', 'longitude', 'cell'].map((name) => names.indexOf(name))
  if (trouble || !heading || latitude === -1 || longitude === -1) return text

  const kept = names.flatMap((_, index) => (index === latitude || index === longitude ? [] : [index]))
  const head = kept.map((index) => heading.cells[index] ?? '')
  const written = [{ line: heading.line, cells: cell === -1 ? [...head, 'cell'] : head }]
  for (const { line, cells } of rows) {
    const own = cells[cell ?? -1]?.trim()
    const place = own || (await publicCell(cells[latitude ?? -1], cells[longitude ?? -1]))
    const others = kept.map((index) => (index === cell ? place : (cells[index] ?? '')))
    written.push({ line, cells: cell === -1 ? [...others, place] : others })
  }
  return write(written)
}

async function publicCell(latitude = '', longitude = ''): Promise<string> {
  if (latitude.trim() === '' && longitude.trim() === '') return ''
  const [north, east] = [degrees(latitude, 90), degrees(longitude, 180)]
  return north === undefined || east === undefined ? NO_PLACE : cellOf({ latitude: north, longitude: east })
}

/** A decimal comma is taken too: no degree has thousands. */
function degrees(text: string, most: number): number | undefined {
  const plain = text.trim().replace(',', '.')
  const value = /^[+−-]?\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain.replace('−', '-')) : Number.NaN
  return Math.abs(value) <= most ? value : undefined
}

/** CSV with every cell quoted, so that nothing in it is changed, and blank lines where the file had something else. */
function write(records: readonly { line: number; cells: readonly string[] }[]): string {
  let text = ''
  let line = 1
  for (const record of records) {
    const row = record.cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
    text += `${'\n'.repeat(Math.max(0, record.line - line))}${row}\n`
    line = Math.max(record.line, line) + 1 + (row.match(/\r\n|\n|\r/g)?.length ?? 0)
  }
  return text
}
