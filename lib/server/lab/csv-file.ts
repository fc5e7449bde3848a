import { csvLine } from '@/lib/core/csv/format-csv'
import { csvResponse } from '../http/csv-response'

export type Cell = string | number | boolean | undefined

/** A table as a CSV file to download; unknown cells are blank. */
export function csvFile(name: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Response {
  const lines = rows.map((row) =>
    csvLine(row.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell))),
  )
  return csvResponse(csvLine(head) + lines.join(''), `${name}.csv`)
}

/** A table before it is a file. */
export type DataTable = { name: string; head: readonly string[]; rows: readonly (readonly Cell[])[] }

/** The same table as JSON: an object a row, unknown cells null, with whose figures they are. */
export function jsonFile({ name, head, rows }: DataTable, source: string): Response {
  const data = rows.map((row) => Object.fromEntries(head.map((key, k) => [key, row[k] ?? null])))
  return new Response(`${JSON.stringify({ source, data }, null, 1)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.json"`,
      'cache-control': 'no-store',
    },
  })
}
