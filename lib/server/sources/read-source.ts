import { eq } from 'drizzle-orm'
import { ZodError } from 'zod'
import type { Database, Transaction } from '@/db/client'
import { figureSources, networks } from '@/db/schema'
import { HotswapError } from '@/lib/core/errors'
import type { AdapterContext, Reading, RefusedRow } from './adapter'
import { adapters } from './adapters'
import { admit } from './admit'
import { settleMonths } from './settle-months'
import { storeObservations } from './store-observations'

export type SourceContext = Omit<AdapterContext, 'db' | 'source'> & { db: Database }

export type SourceRead = {
  source: string
  added: number
  /** rows that are not what they should be; undefined where nothing has changed since the last reading */
  refused: RefusedRow[] | undefined
  /** why it could not be read, in words */
  failure: string | undefined
  /** what went wrong on our side: the failure says only that something did */
  error?: unknown
}

/** How many of the rows left out are kept with the source, to be shown. */
const MOST_SHOWN = 5

/**
 * Reads one source and keeps what is new of it, in one transaction that holds the source's row: two workers never read
 * the same source at once. A failure is kept with the source, in words; what was known stays.
 * @returns undefined when another worker is at it, or there is no such source
 */
export async function readSource(context: SourceContext, slug: string): Promise<SourceRead | undefined> {
  const { db, now } = context
  return db.transaction(async (tx) => {
    const [source] = await tx
      .select()
      .from(figureSources)
      .where(eq(figureSources.slug, slug))
      .for('update', { skipLocked: true })
    if (!source) return undefined
    const finish = (change: Partial<typeof figureSources.$inferInsert>) =>
      tx.update(figureSources).set(change).where(eq(figureSources.slug, slug))
    try {
      const read = await tx.transaction(async (inner) => {
        const given = { ...context, db: inner, source: slug }
        const reading = await adapters[source.kind].read(source.config, source.state, given)
        return reading && { ...(await keep(inner, slug, reading, now())), state: reading.state }
      })
      const leftOut = read && { count: read.refused.length, first: read.refused.slice(0, MOST_SHOWN) }
      await finish({ readAt: now(), failure: null, ...(read && { state: read.state, leftOut }) })
      return { source: slug, added: read?.added ?? 0, refused: read?.refused, failure: undefined }
    } catch (error) {
      const failure = sentenceOf(error)
      await finish({ failure })
      const isOurs = !(error instanceof HotswapError)
      return { source: slug, added: 0, refused: undefined, failure, ...(isOurs && { error }) }
    }
  })
}

async function keep(
  tx: Transaction,
  source: string,
  reading: Reading,
  now: Date,
): Promise<{ added: number; refused: RefusedRow[] }> {
  const known = await tx.select({ slug: networks.slug }).from(networks)
  const { admitted, refused } = admit(reading.observations, {
    networks: new Set(known.map(({ slug }) => slug)),
    now,
    clock: reading.clock,
  })
  await reading.store?.(tx)
  const added = await storeObservations(tx, source, admitted, now)
  await settleMonths(tx, [...new Set(admitted.flatMap(({ network }) => network ?? []))])
  return { added, refused: [...reading.refused, ...refused] }
}

function sentenceOf(error: unknown): string {
  if (error instanceof HotswapError) return error.message
  if (error instanceof ZodError) return 'Its settings are not what its kind of source needs; add it again.'
  return 'What it said could not be kept; the worker’s log says why.'
}
