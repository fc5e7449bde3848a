/** One record of a CSV text. */
export type CsvRecord = {
  /** line of the text it starts on, counted from 1 */
  line: number
  cells: string[]
}

/** Where a text stops being CSV. */
export type CsvTrouble = { line: number; column: number; message: string }

export type CsvText = { records: CsvRecord[]; trouble: CsvTrouble | undefined }

const delimiters = [',', ';', '\t'] as const

/**
 * Reads CSV (RFC 4180), as spreadsheets write it: a byte order mark and any line end are taken, quotes may hold
 * delimiters, line ends and doubled quotes, and lines without any text are skipped. The delimiter is the one of comma,
 * semicolon and tab that the first line holds most often.
 *
 * @returns every record up to the first trouble, and what that is: a quote that never ends, or text after a closing one
 * @example
 * parseCsv('name,note\nOne,"a, b"').records // [{ line: 1, cells: ['name', 'note'] }, { line: 2, cells: ['One', 'a, b'] }]
 */
export function parseCsv(text: string): CsvText {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const delimiter = delimiterOf(source)
  const records: CsvRecord[] = []
  let at = 0
  let line = 1
  let lineStart = 0

  const trouble = (message: string, place = at) => ({
    records,
    trouble: { line, column: place - lineStart + 1, message },
  })

  while (at < source.length) {
    const record: CsvRecord = { line, cells: [] }
    for (;;) {
      let cell = ''
      if (source[at] === '"') {
        const opened = { at, line, lineStart }
        for (;;) {
          const end = source.indexOf('"', at + 1)
          if (end === -1) {
            line = opened.line
            lineStart = opened.lineStart
            return trouble('This quote is never closed.', opened.at)
          }
          const part = source.slice(at + 1, end)
          cell += part
          const breaks = part.match(/\r\n|\n|\r/g)?.length ?? 0
          if (breaks > 0) {
            line += breaks
            lineStart = at + 1 + Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r')) + 1
          }
          at = end + 1
          if (source[at] !== '"') break
          cell += '"'
        }
        if (at < source.length && source[at] !== delimiter && !isLineEnd(source[at]))
          return trouble('Text follows a closing quote: double the quotes inside a cell.')
      } else {
        const start = at
        while (at < source.length && source[at] !== delimiter && !isLineEnd(source[at])) at++
        cell = source.slice(start, at)
      }
      record.cells.push(cell)
      if (source[at] !== delimiter) break
      at++
    }
    if (record.cells.some((cell) => cell.trim() !== '')) records.push(record)
    at += source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1
    line++
    lineStart = at
  }
  return { records, trouble: undefined }
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

function delimiterOf(text: string): string {
  const first = (text.split(/[\r\n]/, 1)[0] ?? '').replace(/"[^"]*(?:"|$)/g, '')
  const counts = delimiters.map((delimiter) => first.split(delimiter).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}
