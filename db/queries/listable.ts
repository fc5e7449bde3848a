import { and, asc, count, eq, type SQL, sql } from 'drizzle-orm'
import { metadataDocuments, networks, positions } from '@/db/schema'
import type { ListQuery } from '@/lib/market/list-query'
import type { Listable } from '@/lib/market/listable'
import type { Queryable } from '../client'
import { bestListings } from './orders'
import { latestValuations } from './valuations'

type Owned = ListQuery & { owner: `0x${string}` }

/**
 * An owner's positions as they are priced, by number: with value and cheapest fillable listing at head time `now`.
 * @returns at most `limit` rows, and how many more there are
 */
export async function listablePositions(
  db: Queryable,
  query: Owned,
  now: Date,
  limit: number,
): Promise<{ rows: Listable[]; more: number }> {
  const found = await db
    .select({
      id: positions.id,
      slug: positions.network,
      networkName: networks.name,
      document: metadataDocuments.document,
    })
    .from(positions)
    .leftJoin(networks, eq(networks.slug, positions.network))
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .where(and(eq(positions.owner, query.owner), ofNetwork(query.network), matches(query.search)))
    .orderBy(asc(positions.id))
  const ids = found.map(({ id }) => id)
  const listings = await bestListings(db, ids, now)
  const wanted = found.filter(({ id }) => !query.unlisted || !listings.has(id))
  const shown = wanted.slice(0, limit)
  const values =
    shown.length > 0
      ? await latestValuations(
          db,
          shown.map(({ id }) => id),
        )
      : new Map()
  return {
    more: wanted.length - shown.length,
    rows: shown.map(({ id, slug, networkName, document }) => {
      const listing = listings.get(id)
      const value = values.get(id)
      const name = document?.name
      return {
        positionId: id,
        name: typeof name === 'string' && name.trim() !== '' ? name : `Position ${id}`,
        network: { slug, name: networkName ?? slug },
        isDemonstration: document?.demonstration === true,
        value: value && { value: value.value, p5: value.p5, p50: value.p50, p95: value.p95 },
        listing: listing && { hash: listing.hash, price: listing.price, endTime: listing.endTime },
      }
    }),
  }
}

/** The networks an owner has positions in, and how many in each. */
export async function ownedByNetwork(db: Queryable, owner: `0x${string}`) {
  const rows = await db
    .select({ slug: positions.network, name: networks.name, count: count() })
    .from(positions)
    .leftJoin(networks, eq(networks.slug, positions.network))
    .where(eq(positions.owner, owner))
    .groupBy(positions.network, networks.name)
    .orderBy(asc(sql`lower(coalesce(${networks.name}, ${positions.network}))`))
  return rows.map((row) => ({ ...row, name: row.name ?? row.slug }))
}

function ofNetwork(network: string | undefined): SQL | undefined {
  return network === undefined ? undefined : eq(positions.network, network)
}

function matches(search: string): SQL | undefined {
  if (search === '') return undefined
  const number = /^#?(\d{1,15})$/.exec(search)?.[1]
  if (number !== undefined) return eq(positions.id, Number(number))
  const words = search.toLowerCase().split(/\s+/)
  return and(
    ...words.map(
      (word) =>
        sql`metadata_text(${metadataDocuments.document}) like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`,
    ),
  )
}
