import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { figureSources } from '@/db/schema'
import { HotswapError } from '@/lib/core/errors'
import type { Observation } from '@/lib/market/observations/observation'
import type { AdapterContext, RefusedRow } from './adapter'
import { adapters } from './adapters'
import { settleMonths } from './settle-months'
import { storeObservations } from './store-observations'

export type SourceContext = Omit<AdapterContext, 'db' | 'source'> & { db: Database }

export type SourceRead = { source: string; added: number; refused: RefusedRow[]; failure: string | undefined }

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
      const reading = await tx.transaction(async (inner) => {
        const given = { ...context, db: inner, source: slug }
        const read = await adapters[source.kind].read(source.config, source.state, given)
        await read.store?.(inner)
        const added = await storeObservations(inner, slug, read.observations, now())
        await settleMonths(inner, networksOf(read.observations))
        return { ...read, added }
      })
      await finish({ state: reading.state, readAt: now(), failure: null })
      return { source: slug, added: reading.added, refused: reading.refused, failure: undefined }
    } catch (error) {
      if (!(error instanceof HotswapError)) throw error
      await finish({ failure: error.message })
      return { source: slug, added: 0, refused: [], failure: error.message }
    }
  })
}

function networksOf(observations: readonly Observation[]): string[] {
  return [...new Set(observations.flatMap(({ network }) => network ?? []))]
}
