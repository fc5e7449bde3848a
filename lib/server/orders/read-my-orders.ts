import { eq, inArray } from 'drizzle-orm'
import type { Hex } from 'viem'
import { headBlock } from '@/db/queries/head'
import { bestListings, finishedOrders, type OrderRow, unfinishedOrders } from '@/db/queries/orders'
import { latestValuations } from '@/db/queries/valuations'
import { metadataDocuments, networks, positions } from '@/db/schema'
import { formatCursor, parseCursor } from '@/lib/core/cursor'
import { isTimestamp } from '@/lib/core/timestamp'
import type { MyOrder, MyOrdersPage } from '@/lib/market/my-orders'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { toPositionOrder } from './read-position-orders'
import { signedStateOf } from './signed-state-of'

/** Unfinished orders one page holds. */
const UNFINISHED = 500
const FINISHED = 25

const cursorShape = { key: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/, id: /^0x[0-9a-f]{64}$/ }

/**
 * Every order an account has signed here: what can be filled, what could come back, and what is over. Nothing that could
 * still be filled is left to be forgotten.
 * @param after cursor into what is over, as it stands in the URL; one that is none names the first page
 */
export async function readMyOrders(
  owner: `0x${string}`,
  after?: string,
  server: Pick<ServerContext, 'db' | 'now'> = context(),
): Promise<MyOrdersPage> {
  const { db } = server
  const now = await headTime(server)
  const cursor = parseCursor({ after }, cursorShape)
  const place = cursor && isTimestamp(cursor.key) ? { key: cursor.key, hash: cursor.id as Hex } : undefined
  // first, so that what follows is of this block or a later one
  const head = await headBlock(db)
  const [unfinished, finished] = await Promise.all([
    unfinishedOrders(db, owner, now, UNFINISHED),
    finishedOrders(db, owner, now, { limit: FINISHED, ...(place && { after: place }) }),
  ])
  const told = await describe(db, [...unfinished.orders, ...finished.orders], now)
  const open = told.slice(0, unfinished.orders.length)
  const { next } = finished
  return {
    owner,
    live: open.filter(({ revival }) => revival.kind === 'live'),
    dormant: open.filter(({ revival }) => revival.kind === 'dormant'),
    over: [
      // a bound listing of a position that has left: unfinished in name alone
      ...(place ? [] : open.filter(({ revival }) => revival.kind === 'over')),
      ...told.slice(unfinished.orders.length),
    ],
    isCut: unfinished.more,
    next: next && formatCursor({ key: next.key, id: next.hash }),
    head: head?.number ?? 0,
    now,
  }
}

async function describe(db: ServerContext['db'], rows: readonly OrderRow[], now: Date): Promise<MyOrder[]> {
  const ids = [...new Set(rows.map(({ positionId }) => positionId))]
  if (ids.length === 0) return []
  const [known, valuations, cheapest] = await Promise.all([
    db
      .select({ position: positions, networkName: networks.name, document: metadataDocuments.document })
      .from(positions)
      .leftJoin(networks, eq(networks.slug, positions.network))
      .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
      .where(inArray(positions.id, ids)),
    latestValuations(db, ids),
    bestListings(db, ids, now),
  ])
  const byId = new Map(known.map((row) => [row.position.id, row]))
  return rows.map((order) => {
    const { positionId } = order
    const row = byId.get(positionId)
    const name = row?.document?.name
    const value = valuations.get(positionId)
    const best = cheapest.get(positionId)
    const isUndercut = order.kind === 'listing' && best !== undefined && best.hash !== order.hash
    return {
      ...toPositionOrder(order, row && signedStateOf(row.position), now),
      positionId,
      name: typeof name === 'string' && name.trim() !== '' ? name : `Position ${positionId}`,
      network: {
        slug: row?.position.network ?? '',
        name: row?.networkName ?? row?.position.network ?? '',
      },
      value: value && { value: value.value, p5: value.p5, p50: value.p50, p95: value.p95 },
      cheaper: isUndercut ? best.price : undefined,
    }
  })
}
