import { inArray } from 'drizzle-orm'
import { metadataDocuments } from '@/db/schema'
import type { Queryable } from '../client'

/** Metadata documents by their hash; those not kept here are left out. */
export async function metadataDocumentsOf(
  db: Queryable,
  hashes: readonly `0x${string}`[],
): Promise<Map<string, Record<string, unknown>>> {
  if (hashes.length === 0) return new Map()
  const rows = await db
    .select()
    .from(metadataDocuments)
    .where(inArray(metadataDocuments.hash, [...new Set(hashes)]))
  return new Map(rows.map(({ hash, document }) => [hash, document]))
}
