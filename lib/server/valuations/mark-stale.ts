import { and, inArray, isNull } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { valuations } from '@/db/schema'

/** Marks valuations whose inputs are not today's any more; the moment this was first seen stays. */
export async function markStale(db: Queryable, now: Date, found: readonly { id: string }[]): Promise<void> {
  if (found.length === 0) return
  await db
    .update(valuations)
    .set({ staleSince: now })
    .where(
      and(
        inArray(
          valuations.id,
          found.map(({ id }) => id),
        ),
        isNull(valuations.staleSince),
      ),
    )
}
