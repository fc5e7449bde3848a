import { createHash } from 'node:crypto'
import { and, like, notInArray } from 'drizzle-orm'
import { type CellCount, deviceCells } from '@/db/queries/device-cells'
import { rollUpOf } from '@/db/queries/statistics'
import { rollUps } from '@/db/schema'
import { headTime } from '../chain/head-time'
import type { ServerContext } from '../context'
import { makeDeviceMap } from './make-device-map'

/** Raised when the same counts make another map. */
const VERSION = 1

/** Where the map of a network, or of all, is kept. */
export const deviceMapName = (network: string | undefined) => `device-map:${network ?? 'all'}`

/**
 * Keeps the map of devices of every network and of all together: saying in which country a cell lies takes some
 * milliseconds a cell, too much for a reader's page. Safe to repeat; what has not changed is only dated anew.
 */
export async function rollUpDeviceMap(server: Pick<ServerContext, 'db' | 'now'>): Promise<void> {
  const { db } = server
  const computedAt = await headTime(server)
  const counts = await deviceCells(db, undefined, computedAt)
  const scopes = [undefined, ...new Set(counts.map(({ network }) => network))]
  for (const scope of scopes) {
    const own = counts.filter(({ network }) => scope === undefined || network === scope)
    const name = deviceMapName(scope)
    const key = keyOf(own)
    const kept = await rollUpOf(db, name)
    const value = kept?.key === key ? kept.value : await makeDeviceMap(own)
    const row = { name, key, value, computedAt }
    await db.insert(rollUps).values(row).onConflictDoUpdate({ target: rollUps.name, set: row })
  }
  const gone = and(like(rollUps.name, 'device-map:%'), notInArray(rollUps.name, scopes.map(deviceMapName)))
  await db.delete(rollUps).where(gone)
}

function keyOf(counts: readonly CellCount[]): string {
  return `${VERSION}:${createHash('sha256').update(JSON.stringify(counts)).digest('hex')}`
}
