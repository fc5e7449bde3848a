import { and, eq, inArray, sql } from 'drizzle-orm'
import { ledger, metadataDocuments, operators, positions } from '@/db/schema'
import type { Queryable } from '../client'

/** What about a position is demonstration and what observation; whatever shows the position says so. */
export type Provenance = {
  /** device, key and place were made for demonstration */
  isDemonstration: boolean
  /**
   * The operator whose published history stands for this device: its real rewards and costs per node, not the
   * demonstration device's. Only where that operator's own account registered the position. Null: the network's
   * figures stand for it.
   */
  operator: string | null
}

/** By position id. A position unknown here is not in the map. */
export async function readProvenance(
  db: Queryable,
  positionIds?: readonly number[],
): Promise<Map<number, Provenance>> {
  const rows = await db
    .select({
      id: positions.id,
      isDemonstration: sql<boolean>`coalesce(${metadataDocuments.document} -> 'demonstration' = 'true'::jsonb, false)`,
      operator: operators.slug,
    })
    .from(positions)
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .leftJoin(ledger, and(eq(ledger.positionId, positions.id), eq(ledger.kind, 'registered')))
    .leftJoin(
      operators,
      and(
        eq(operators.slug, sql`${metadataDocuments.document} ->> 'operator'`),
        eq(operators.network, positions.network),
        eq(operators.account, ledger.account),
      ),
    )
    .where(positionIds && inArray(positions.id, [...positionIds]))
  return new Map(rows.map(({ id, ...provenance }) => [id, provenance]))
}
