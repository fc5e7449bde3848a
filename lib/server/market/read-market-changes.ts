import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { createdSince, marketRowsAmong, marketRowsOf } from '@/db/queries/market'
import { orderStates } from '@/db/schema'
import { formatUnits } from '@/lib/core/format'
import { parseMarketQuery } from '@/lib/market/market-query'
import type { MarketRow } from '@/lib/market/market-row'
import { headTime } from '../chain/head-time'
import type { ServerContext } from '../context'

const MOST = 150
const id = z
  .string()
  .regex(/^\d{1,15}$/, 'is not a position’s number')
  .transform(Number)
const listOf = <schema extends z.ZodType<unknown, string>>(each: schema) =>
  z
    .string()
    .max(MOST * 85)
    .transform((text) => (text === '' ? [] : text.split(',')))
    .pipe(z.array(each).max(MOST))

/** What a page shows and what else was touched; beside it in the URL stands the view. */
export const marketChangesQuery = z.looseObject({
  /** positions shown, each with the listing it was shown with: `12.0xabc…,13.` */
  shown: listOf(
    z
      .string()
      .regex(/^\d{1,15}\.(0x[0-9a-f]{64})?$/, 'is not a position and its listing')
      .transform((text) => {
        const [number, listing] = text.split('.')
        return { id: Number(number), listing: listing || undefined }
      }),
  ).default([]),
  others: listOf(id).default([]),
  since: z.iso.datetime().transform((text) => new Date(text)),
})

export type MarketChanges = {
  shown: { id: number; standing: 'sold' | 'withdrawn' | 'priced'; price?: string }[]
  /** positions that came since and that the view would show */
  fresh: number[]
}

/** What became of the positions a page of the market shows, and which others came. */
export async function readMarketChanges(
  server: Pick<ServerContext, 'db' | 'now'>,
  asked: z.output<typeof marketChangesQuery>,
): Promise<MarketChanges> {
  const { db } = server
  const now = await headTime(server)
  const { query } = parseMarketQuery(asked)
  const standing = new Map(
    (
      await marketRowsOf(
        db,
        asked.shown.map((row) => row.id),
        now,
      )
    ).map((row) => [row.positionId, row]),
  )
  const filled = await filledAmong(
    db,
    asked.shown.flatMap(({ listing }) => listing ?? []),
  )
  const others = await marketRowsAmong(db, query, asked.others, now)
  return {
    shown: asked.shown.flatMap(({ id, listing }) => newsOf(id, listing, standing.get(id), filled)),
    fresh: await createdSince(db, others, asked.since),
  }
}

function newsOf(
  id: number,
  listing: string | undefined,
  row: MarketRow | undefined,
  filled: ReadonlySet<string>,
): MarketChanges['shown'] {
  if (row?.listing?.hash === listing) return []
  if (listing !== undefined && filled.has(listing)) return [{ id, standing: 'sold' }]
  if (!row?.listing) return [{ id, standing: 'withdrawn' }]
  return [{ id, standing: 'priced', price: formatUnits(row.listing.price) }]
}

async function filledAmong(db: ServerContext['db'], hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await db
    .select({ hash: orderStates.orderHash, status: orderStates.status })
    .from(orderStates)
    .where(inArray(orderStates.orderHash, hashes as `0x${string}`[]))
  return new Set(rows.filter(({ status }) => status === 'filled').map(({ hash }) => hash))
}
