import { notFound } from 'next/navigation'
import { z } from 'zod'
import { type BatchRowState, batchesOf, batchRowStates, batchRows } from '@/db/queries/batches'
import { registrationOptions } from '@/db/queries/registration-options'
import { NotFoundError } from '@/lib/core/errors'
import { context } from '../../context'
import { getSession } from '../../session/get-session'
import { batchColumns, MOST_CHARACTERS, MOST_ROWS } from './columns'
import { MINT_AT_ONCE } from './next-mint'
import { type BatchView, getBatch } from './view-batch'

/** Rows on a page. */
const PAGE = 50

/** A row as the page shows it. */
export type BatchRowView = {
  line: number
  state: BatchRowState
  name: string
  network: string
  deviceId: string | null
  /** as given, where the key could not be read */
  givenKey: string
  problems: { column: string; message: string }[]
  /** why its proof or its transaction was not taken */
  refusal: string | null
  positionId: number | null
}

export type BatchPage = {
  batch: BatchView
  origin: string
  mintAtOnce: number
  state: BatchRowState | undefined
  rows: BatchRowView[]
  after: number | undefined
  /** line the next page follows */
  next: number | undefined
  now: Date
}

const query = z.object({
  state: z.enum(batchRowStates).optional().catch(undefined),
  after: z.coerce.number().int().min(0).max(1e9).optional().catch(undefined),
})

/** One page of a batch's rows. What a URL says wrongly is left out; an id that is none is not found. */
export async function readBatchPage(
  id: string,
  params: Record<string, string | string[] | undefined>,
): Promise<BatchPage> {
  const server = context()
  if (!z.uuid().safeParse(id).success) notFound()
  const { state, after } = query.parse(params)
  try {
    const batch = await getBatch(server, id)
    const rows = await batchRows(server.db, id, server.now(), { state, after, limit: PAGE + 1 })
    const shown = rows.slice(0, PAGE)
    return {
      batch,
      origin: server.publicUrl.origin,
      mintAtOnce: MINT_AT_ONCE,
      state,
      after,
      now: server.now(),
      next: rows.length > PAGE ? shown.at(-1)?.line : undefined,
      rows: shown.map(({ cells, ...row }) => ({
        line: row.line,
        state: row.state,
        name: cells.name ?? '',
        network: cells.network ?? '',
        deviceId: row.deviceId,
        givenKey: cells.device_key ?? '',
        problems: row.problems,
        refusal: row.refusal,
        positionId: row.positionId,
      })),
    }
  } catch (error) {
    if (error instanceof NotFoundError) notFound()
    throw error
  }
}

/** What the page for many devices needs: the networks' short names, and the files the reader gave before. */
export async function readManyPage() {
  const server = context()
  const session = await getSession()
  const [networks, batches] = await Promise.all([
    registrationOptions(server.db),
    session ? batchesOf(server.db, session.address, 20) : [],
  ])
  return {
    networks,
    batches,
    columns: batchColumns,
    most: { rows: MOST_ROWS, characters: MOST_CHARACTERS },
    mintAtOnce: MINT_AT_ONCE,
    now: server.now(),
  }
}
