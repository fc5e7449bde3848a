import { eq, ne, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { marketFigures, rollUpOf } from '@/db/queries/statistics'
import { rollUps, statistics } from '@/db/schema'
import { MARKET_SOURCE, marketStatistics } from '@/lib/mechanism/statistics/market-statistics'
import { overallStatistics } from '@/lib/mechanism/statistics/overall-statistics'
import { publishedStatistics } from '@/lib/mechanism/statistics/published-statistics'
import { readCalibration } from '../calibration/read-calibration'
import { headTime } from '../chain/head-time'
import type { ServerContext } from '../context'
import { fitNetworkEffects, NETWORK_EFFECTS } from '../lab/fit-network-effects'
import { rollUpDeviceMap } from '../map/roll-up-device-map'
import { publicationKey } from './publication-key'
import { readPublishedNetworks } from './read-published-networks'
import { storePoints, storeStatistics } from './store-statistics'

const PUBLISHED = 'published-statistics'

/**
 * Brings the public statistics up to date: those of the networks' publications where one of them changed, those of the
 * market and the map of devices always. Safe to repeat; two at once wait for each other.
 * @returns whether the publications had changed
 */
export async function rollUpStatistics(server: Pick<ServerContext, 'db' | 'now'>): Promise<boolean> {
  const now = await headTime(server)
  const changed = await server.db.transaction(async (db) => {
    await db.execute(sql`select pg_advisory_xact_lock(hashtext('hotswap statistics'))`)
    const isNew = await rollUpPublications(db, now)
    await rollUpMarket(db, now)
    return isNew
  })
  await rollUpDeviceMap(server)
  return changed
}

async function rollUpPublications(db: Queryable, now: Date): Promise<boolean> {
  const key = await publicationKey(db, readCalibration().day)
  const kept = await rollUpOf(db, PUBLISHED)
  if (kept?.key === key) return false
  const published = await readPublishedNetworks(db)
  const names = new Map(published.map(({ slug, name }) => [slug, name]))
  const networks = published.map(publishedStatistics)
  const scopes = [...networks, overallStatistics(networks, (slug) => names.get(slug) ?? slug)]
  await db.delete(statistics).where(ne(statistics.source, MARKET_SOURCE))
  await storeStatistics(db, scopes, now)
  await storePoints(db, scopes, 'month')
  await keep(db, NETWORK_EFFECTS, key, await fitNetworkEffects(db), now)
  await keep(db, PUBLISHED, key, { scopes: scopes.length }, now)
  return true
}

async function keep(db: Queryable, name: string, key: string, value: unknown, computedAt: Date) {
  const row = { name, key, value, computedAt }
  await db.insert(rollUps).values(row).onConflictDoUpdate({ target: rollUps.name, set: row })
}

async function rollUpMarket(db: Queryable, now: Date): Promise<void> {
  const published = await db
    .select({ scope: statistics.scope, source: statistics.source })
    .from(statistics)
    .where(eq(statistics.measure, 'hhiOperator'))
  const operators = new Set(
    published.flatMap(({ scope, source }) => (source === MARKET_SOURCE ? [] : [scope])),
  )
  const scopes = (await marketFigures(db, now)).map((market) =>
    marketStatistics(market, now, operators.has(market.scope)),
  )
  await db.delete(statistics).where(eq(statistics.source, MARKET_SOURCE))
  await storeStatistics(db, scopes, now)
  await storePoints(db, scopes, 'day')
}
