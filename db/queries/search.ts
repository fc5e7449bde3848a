import { desc, eq, like, or, sql } from 'drizzle-orm'
import { ledger, networks, operators } from '@/db/schema'
import type { Queryable } from '../client'

export type FoundPosition = {
  id: number
  name: string
  network: string
  price: bigint | undefined
}

/** Positions whose words hold all of these, best first: the number itself, then by nearness, what is for sale before what is not. */
export async function searchPositions(
  db: Queryable,
  words: readonly string[],
  number: number | undefined,
  now: Date,
  limit: number,
): Promise<FoundPosition[]> {
  const holds = sql.join(
    words.map((word) => sql`words like unaccent(${`%${escapeLike(word)}%`})`),
    sql` and `,
  )
  const { rows } = await db.execute<{ id: string; name: string; network: string; price: string | null }>(sql`
    select m.position_id as id, coalesce(m.name, 'Position ' || m.position_id) as name, m.network_name as network, l.price
    from (
      select * from position_market
      where (${holds})${number === undefined ? sql`` : sql` or position_id = ${number}`}
      order by position_id = ${number ?? -1} desc, word_similarity(unaccent(${words.join(' ')}), words) desc,
        listing_hash is null, position_id
      limit ${limit}
    ) as m
    left join lateral cheapest_listing(m.position_id, ${now}) as l on true`)
  return rows.map((row) => ({
    id: Number(row.id),
    name: row.name,
    network: row.network,
    price: row.price === null ? undefined : BigInt(row.price),
  }))
}

/** Networks by part of their name, slug, token or category. */
export function searchNetworks(db: Queryable, text: string, limit: number) {
  const part = `%${escapeLike(text)}%`
  return db
    .select({ slug: networks.slug, name: networks.name, category: networks.category, token: networks.token })
    .from(networks)
    .where(
      or(
        like(sql`lower(${networks.name})`, part),
        like(networks.slug, part),
        like(sql`lower(${networks.token})`, part),
        like(networks.category, part),
      ),
    )
    .orderBy(sql`position(${text} in lower(${networks.name})) = 0`, sql`lower(${networks.name})`)
    .limit(limit)
}

/** Operators by part of their name. */
export function searchOperators(db: Queryable, text: string, limit: number) {
  return db
    .select({ slug: operators.slug, network: operators.network, account: operators.account })
    .from(operators)
    .where(like(operators.slug, `%${escapeLike(text)}%`))
    .orderBy(operators.slug)
    .limit(limit)
}

/** What a transaction did here, newest block first; empty where it did nothing of ours. */
export function transactionKinds(db: Queryable, hash: `0x${string}`) {
  return db
    .select({ kind: ledger.kind, time: ledger.time })
    .from(ledger)
    .where(eq(ledger.transactionHash, hash))
    .orderBy(desc(ledger.blockNumber))
    .limit(5)
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
