import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { parseCsv } from '@/lib/core/csv/parse-csv'
import { UnavailableError } from '@/lib/core/errors'
import { defineAdapter, type Reading } from '../adapter'
import { SourceAnswerError } from '../errors'
import { monthObservations, networkMonthRow } from './month-row'

/** The largest file that is read. */
const MOST_BYTES = 50_000_000

const config = z.strictObject({
  /** a file on the worker's disk; absent where the seed put its rows in */
  path: z.string().min(1).optional(),
  /** when its figures were published; the file's own date unless told */
  publishedAt: z.iso.datetime().optional(),
})

/** A file in the columns of `db/seed/networks-monthly.csv`, read whole each time it has changed. */
export const csvAdapter = defineAdapter({
  config,
  read: async ({ path, publishedAt }, state) => {
    if (path === undefined) return undefined
    // the page of sources is public: it is told the file's name, not where it lies
    const unreadable = (cause: unknown) =>
      new UnavailableError(`The file ${basename(path)} cannot be read.`, { cause })
    const { mtime, size } = await stat(path).catch((cause: unknown) => {
      throw unreadable(cause)
    })
    const changed = mtime.toISOString()
    if (state.changed === changed) return undefined
    if (size > MOST_BYTES)
      throw new SourceAnswerError(`The file is longer than ${MOST_BYTES / 1e6} million bytes.`)
    const text = await readFile(path, 'utf8').catch((cause: unknown) => {
      throw unreadable(cause)
    })
    return { ...readMonths(text, publishedAt ? new Date(publishedAt) : mtime), state: { changed } }
  },
})

/**
 * The text of such a file → what it says. Rows that break the rules are left out, each with its line and the reason.
 * @throws SourceAnswerError when a column is missing
 */
export function readMonths(text: string, knownAt: Date): Pick<Reading, 'observations' | 'refused'> {
  const { records, trouble } = parseCsv(text)
  const head = records[0]?.cells ?? []
  const missing = Object.keys(networkMonthRow.shape).filter((column) => !head.includes(column))
  if (missing.length > 0) throw new SourceAnswerError(`The file lacks the column ${missing.join(', ')}.`)
  const reading: Pick<Reading, 'observations' | 'refused'> = { observations: [], refused: [] }
  for (const { line, cells } of records.slice(1)) {
    const row = networkMonthRow.safeParse(
      Object.fromEntries(head.map((column, index) => [column, cells[index]])),
    )
    if (row.success) reading.observations.push(...monthObservations(row.data, knownAt))
    else {
      const [issue] = row.error.issues
      reading.refused.push({ place: `line ${line}`, reason: `${issue?.path.join('.')} ${issue?.message}.` })
    }
  }
  if (trouble) reading.refused.push({ place: `line ${trouble.line}`, reason: trouble.message })
  return reading
}
