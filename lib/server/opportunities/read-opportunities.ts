import { and, desc, eq, getTableColumns } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { marketRowsOf } from '@/db/queries/market'
import { positions, prospects, valuations } from '@/db/schema'
import type { Opportunity, OpportunityPage } from '@/lib/market/opportunity'
import { isOpportunity, rankOpportunities } from '@/lib/mechanism/opportunities'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { readNearestReferences } from '../reference-price/read-nearest-references'

const UNITS_A_CENT = 10_000n

/** Judgements of the valuation that is today's: an older one's scenarios are not what its value says any more. */
function standingProspects(db: Queryable) {
  const newest = db
    .select({ inputsHash: valuations.inputsHash })
    .from(valuations)
    .innerJoin(
      positions,
      and(eq(positions.id, valuations.positionId), eq(positions.deviceId, valuations.deviceId)),
    )
    .where(eq(valuations.positionId, prospects.positionId))
    .orderBy(desc(valuations.createdAt), desc(valuations.id))
    .limit(1)
    .as('newest')
  return db
    .select(getTableColumns(prospects))
    .from(prospects)
    .innerJoinLateral(newest, eq(newest.inputsHash, prospects.inputsHash))
}

/**
 * Listings below the P25 of their value that can be filled at this moment, best first. What the worker judged counts
 * only while the very listing still stands at the very price, and its valuation is today's.
 */
export async function readOpportunities(
  server: Pick<ServerContext, 'db' | 'now'> = context(),
): Promise<OpportunityPage> {
  const { db } = server
  const now = await headTime(server)
  const kept = await standingProspects(db)
  const rows = new Map(
    (
      await marketRowsOf(
        db,
        kept.map(({ positionId }) => positionId),
        now,
      )
    ).map((row) => [row.positionId, row]),
  )
  const paid = await readNearestReferences(db, [...rows.keys()])
  let judged = 0
  const found = kept.flatMap((prospect): Opportunity[] => {
    const row = rows.get(prospect.positionId)
    const { listing, value } = row ?? {}
    if (!row || !listing || !value || row.isStale) return []
    if (listing.hash !== prospect.orderHash || listing.price !== prospect.price) return []
    judged += 1
    const gap = Number(value.value) / 100 - Number(listing.price) / 1e6
    const priceCents = Number(listing.price) / Number(UNITS_A_CENT)
    if (!isOpportunity({ p25: Number(prospect.p25), gap }, priceCents)) return []
    return [{ ...prospect, row: { ...row, listing, value, paid: paid.get(row.positionId) } }]
  })
  return { opportunities: rankOpportunities(found), judged, now }
}
