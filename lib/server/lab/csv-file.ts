import { csvLine } from '@/lib/core/csv/format-csv'

type Cell = string | number | boolean | undefined

/** A table as a CSV file (RFC 4180) to download; unknown cells are blank. */
export function csvFile(name: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Response {
  const lines = [head, ...rows].map((row) => csvLine(row.map((cell) => `${cell ?? ''}`)))
  return new Response(lines.join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  })
}
