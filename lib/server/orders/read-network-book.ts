import { eq, inArray } from 'drizzle-orm'
import { networkBook } from '@/db/queries/bids'
import { latestValuations } from '@/db/queries/valuations'
import { metadataDocuments, positions } from '@/db/schema'
import type { NetworkBookPage } from '@/lib/market/network-book-page'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'

/** Both sides of a network at head time. A network nobody knows has an empty one. */
export async function readNetworkBook(
  slug: string,
  server: Pick<ServerContext, 'db' | 'now'> = context(),
): Promise<NetworkBookPage> {
  const { db } = server
  const now = await headTime(server)
  const book = await networkBook(db, slug, now)
  const ids = [...new Set([...book.asks, ...book.bids].map(({ positionId }) => positionId))]
  if (ids.length === 0) return { book, names: new Map(), values: new Map(), now }
  const [rows, valuations] = await Promise.all([
    db
      .select({ id: positions.id, document: metadataDocuments.document })
      .from(positions)
      .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
      .where(inArray(positions.id, ids)),
    latestValuations(db, ids),
  ])
  const names = rows.map(({ id, document }) => {
    const name = document?.name
    return [id, typeof name === 'string' && name.trim() !== '' ? name : `Position ${id}`] as const
  })
  return { book, names: new Map(names), values: valuations, now }
}
