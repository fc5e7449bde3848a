import { sql } from 'drizzle-orm'
import type { SimilarPositions } from '@/lib/market/similar-positions'
import { nearest, SIMILAR } from '@/lib/market/similar-positions'
import type { Queryable } from '../client'
import { marketRowsOf } from './market'

/** How many are compared in full: those nearest in value. */
const COMPARED = 40

/**
 * Positions like one: of its network, or, where that has too few others, of its whole category.
 * @param now head time: listings are judged by it
 */
export async function similarPositions(
  db: Queryable,
  position: { id: number; network: string; category: string | undefined },
  now: Date,
): Promise<SimilarPositions> {
  const own = await candidates(db, position, 'network')
  const among = own.length >= SIMILAR || !position.category ? 'network' : 'category'
  const ids = among === 'network' ? own : await candidates(db, position, 'category')
  const rows = await marketRowsOf(db, [position.id, ...ids], now)
  const subject = rows.find(({ positionId }) => positionId === position.id)
  return {
    among,
    rows: subject
      ? nearest(
          subject,
          rows.filter((row) => row !== subject),
        )
      : [],
  }
}

/** Ids of valued positions, those nearest in value first. */
async function candidates(
  db: Queryable,
  { id, network, category }: { id: number; network: string; category: string | undefined },
  among: SimilarPositions['among'],
): Promise<number[]> {
  const peers = among === 'network' ? sql`p.network = ${network}` : sql`n.category = ${category ?? ''}`
  const { rows } = await db.execute<{ id: string }>(sql`
    with subject as (
      select greatest(value, 1)::float8 as worth from valuations where position_id = ${id}
      order by created_at desc limit 1
    ),
    peer as (
      select distinct on (p.id) p.id, v.value
      from positions p
      join networks n on n.slug = p.network
      join valuations v on v.position_id = p.id and v.device_id = p.device_id
      where p.id <> ${id} and ${peers}
      order by p.id, v.created_at desc
    )
    select peer.id from peer, subject
    order by abs(ln(greatest(peer.value, 1) / subject.worth)), peer.id
    limit ${COMPARED}`)
  return rows.map((row) => Number(row.id))
}
