import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { figureSources } from '@/db/schema'
import type { Observation } from '@/lib/market/observations/observation'
import { addSource } from '@/lib/server/sources/add-source'
import { settleMonths } from '@/lib/server/sources/settle-months'
import { storeObservations } from '@/lib/server/sources/store-observations'

/** Keeps what a file of the seed says of networks' months. The files name no date of publication: it is known from now on. */
export async function seedMonths(
  tx: Transaction,
  source: { slug: string; title: string },
  observations: readonly Observation[],
  now: Date,
): Promise<void> {
  await addSource(tx, { ...source, kind: 'csv', config: {} })
  await storeObservations(tx, source.slug, observations, now)
  await tx.update(figureSources).set({ readAt: now }).where(eq(figureSources.slug, source.slug))
  await settleMonths(tx, [...new Set(observations.flatMap(({ network }) => network ?? []))])
}
