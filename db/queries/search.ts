import { like, or, sql } from 'drizzle-orm'
import { networks, operators, orders } from '@/db/schema'
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

/** Where an index of `text_pattern_ops` finds what begins like this. */
type Beginnings = {
  table: 'ledger' | 'orders'
  column: 'account' | 'counterparty' | 'transaction_hash' | 'offerer'
}

const accountColumns: readonly Beginnings[] = [
  { table: 'ledger', column: 'account' },
  { table: 'ledger', column: 'counterparty' },
  { table: 'orders', column: 'offerer' },
]

/** Addresses on record that begin like this, in their order. @param prefix lower-case 0x text */
export function addressesBeginning(db: Queryable, prefix: string, limit: number): Promise<string[]> {
  return distinctBeginning(db, accountColumns, prefix, limit)
}

/** Transactions on record that begin like this, in their order. @param prefix lower-case 0x text */
export function transactionsBeginning(db: Queryable, prefix: string, limit: number): Promise<string[]> {
  return distinctBeginning(db, [{ table: 'ledger', column: 'transaction_hash' }], prefix, limit)
}

/** The first few different values, each by one step in the index: an account of a million entries is one step too. */
async function distinctBeginning(
  db: Queryable,
  columns: readonly Beginnings[],
  prefix: string,
  limit: number,
): Promise<string[]> {
  const pattern = `${escapeLike(prefix)}%`
  const steps = columns.map(({ table, column }) => {
    const [from, name] = [sql.identifier(table), sql.identifier(column)]
    return sql`(
      with recursive found(value, place) as (
        (select ${name}, 1 from ${from} where ${name} like ${pattern} order by ${name} using ~<~ limit 1)
        union all
        select (select ${name} from ${from} where ${name} like ${pattern} and ${name} ~>~ found.value
          order by ${name} using ~<~ limit 1), place + 1
        from found where found.value is not null and place < ${limit}
      )
      select value from found where value is not null)`
  })
  const { rows } = await db.execute<{ value: string }>(
    sql`select value from (${sql.join(steps, sql` union `)}) as all_found order by value using ~<~ limit ${limit}`,
  )
  return rows.map(({ value }) => value)
}

/** Orders that were posted to us and whose hash begins like this. @param prefix lower-case 0x text */
export function ordersBeginning(db: Queryable, prefix: string, limit: number) {
  return db
    .select({ hash: orders.hash, kind: orders.kind, positionId: orders.positionId, price: orders.price })
    .from(orders)
    .where(like(orders.hash, `${escapeLike(prefix)}%`))
    .orderBy(sql`${orders.hash} using ~<~`)
    .limit(limit)
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
