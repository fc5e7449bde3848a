import { readProvenance } from '@/db/queries/demonstration'
import { headBlock } from '@/db/queries/head'
import {
  positionFacts,
  provenanceOf,
  reportsOf,
  rewardHistory,
  salesOfPosition,
} from '@/db/queries/positions'
import { similarPositions } from '@/db/queries/similar-positions'
import { uptimeDays } from '@/db/queries/uptime-days'
import { latestValuation, runningValuation } from '@/db/queries/valuations'
import type { PositionPage } from '@/lib/market/position-page'
import { uptimeSince } from '@/lib/market/uptime-day'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { deviceDid } from '../identity/device-did'
import { drawCell } from '../map/draw-cell'
import { readPositionOrders } from '../orders/read-position-orders'
import { readPositionReferences } from '../reference-price/read-references'

/** Everything a position's page shows; undefined where there is no such position. */
export async function readPositionPage(
  id: number,
  server: Pick<ServerContext, 'db' | 'now'> = context(),
): Promise<PositionPage | undefined> {
  const { db } = server
  const now = await headTime(server)
  // before all else: what is read after it is of this block or a later one, and a page that waits for a block does not stop early
  const head = await headBlock(db)
  const facts = await positionFacts(db, id, now)
  if (!facts) return undefined
  const origin = (await readProvenance(db, [id])).get(id)
  const [
    valuation,
    { orders, book },
    sales,
    provenance,
    rewards,
    reports,
    uptime,
    similar,
    place,
    references,
  ] = await Promise.all([
    latestValuation(db, id),
    readPositionOrders(db, id, now),
    salesOfPosition(db, id),
    provenanceOf(db, facts),
    rewardHistory(db, facts.network, origin?.operator ?? null),
    reportsOf(db, facts.deviceId),
    uptimeDays(db, facts.deviceId, uptimeSince(now)),
    similarPositions(db, { id, network: facts.network.slug, category: facts.network.category }, now),
    facts.cell ? drawCell(facts.cell) : undefined,
    readPositionReferences({ id, network: facts.network.slug, model: facts.model.slug }, server),
  ])
  return {
    deviceDid: deviceDid(facts),
    facts,
    valuing: valuation?.staleSince === null ? undefined : await runningValuation(db, server.now()),
    valuation: valuation && { ...valuation, at: valuation.createdAt },
    orders,
    book,
    sales,
    references,
    provenance,
    rewards,
    reports,
    uptime,
    similar,
    place,
    now,
    head: head?.number ?? 0,
  }
}
