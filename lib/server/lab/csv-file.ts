import { csvLine } from '@/lib/core/csv/format-csv'
import { csvResponse } from '../http/csv-response'

type Cell = string | number | boolean | undefined

/** A table as a CSV file to download; unknown cells are blank. */
export function csvFile(name: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Response {
  const lines = rows.map((row) =>
    csvLine(row.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell))),
  )
  return csvResponse(csvLine(head) + lines.join(''), `${name}.csv`)
}
