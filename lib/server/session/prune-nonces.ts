import { lte } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { siweNonces } from '@/db/schema'

/** Deletes the nonces nobody can use any more. */
export async function pruneNonces(db: Queryable, now: Date): Promise<void> {
  await db.delete(siweNonces).where(lte(siweNonces.expiresAt, now))
}
