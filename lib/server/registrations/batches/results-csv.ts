import { type BatchRow, batchRows, findBatch } from '@/db/queries/batches'
import { csvLine } from '@/lib/core/csv/format-csv'
import { NotFoundError } from '@/lib/core/errors'
import type { ServerContext } from '../../context'
import { csvResponse } from '../../http/csv-response'
import { batchColumns } from './columns'

const results = ['line', 'result', 'reason', 'position', 'device_id', 'transaction'] as const

/**
 * A batch as a file again: each row as it was given, with what became of it. `refused` leaves the good ones out and
 * keeps only the given columns, so that the file can be mended and sent again.
 *
 * @throws NotFoundError
 */
export async function resultsCsv(
  { db, now }: Pick<ServerContext, 'db' | 'now'>,
  id: string,
  only: 'all' | 'refused',
): Promise<Response> {
  if (!(await findBatch(db, id))) throw new NotFoundError('There is no such file of devices.')
  const rows = await batchRows(db, id, now(), only === 'refused' ? { state: 'refused' } : {})
  const given = batchColumns.map(({ name }) => name)
  const head = only === 'refused' ? given : [...results, ...given]
  const lines = rows.map((row) =>
    csvLine([...(only === 'refused' ? [] : resultOf(row)), ...given.map((name) => row.cells[name])]),
  )
  return csvResponse(
    csvLine(head) + lines.join(''),
    `${only === 'refused' ? 'refused' : 'results'}-${id.slice(0, 8)}.csv`,
  )
}

function resultOf({ line, state, problems, refusal, positionId, deviceId, transaction }: BatchRow) {
  const reason = problems.map(({ column, message }) => `${column}: ${message}`).join(' ') || refusal
  return [line, state, reason, positionId, deviceId, positionId === null ? null : transaction]
}

/** The file to fill in: its heading, and one row as an example. */
export function templateCsv(): Response {
  const text =
    csvLine(batchColumns.map(({ name }) => name)) + csvLine(batchColumns.map(({ example }) => example))
  return csvResponse(text, 'devices.csv')
}
