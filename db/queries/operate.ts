import { and, desc, eq, gte, inArray, lt, ne, or, sql } from 'drizzle-orm'
import { heartbeats, ledger, orderStates, orders, positions } from '@/db/schema'
import { type DeviceHealth, endOfWindows, healthOf } from '@/lib/market/device-health'
import { rateOf } from '@/lib/market/rewards/rate'
import { tenuresBetween } from '@/lib/market/rewards/tenures'
import { type DayEarning, earningsByDay } from '@/lib/market/rewards-by-day'
import type { Queryable } from '../client'
import { isFillableAt } from './orders'
import { rewardFigures, tenureChanges } from './reward-inputs'

type Hex = `0x${string}`

export type DeviceRow = {
  positionId: number
  deviceId: Hex
  owner: Hex
  isRegistrant: boolean
  since: Date
  /** start of the last hour reported */
  lastHour: Date | undefined
}

/** Every device an account owns or registered, by position, with the last hour it reported. */
export async function devicesOf(db: Queryable, account: Hex): Promise<DeviceRow[]> {
  const last = db
    .select({ at: sql<Date | null>`max(${heartbeats.at})`.mapWith(heartbeats.at).as('at') })
    .from(heartbeats)
    .where(eq(heartbeats.deviceId, positions.deviceId))
    .as('last')
  const rows = await db
    .select({
      positionId: positions.id,
      deviceId: positions.deviceId,
      owner: positions.owner,
      registrant: ledger.account,
      since: positions.registeredAt,
      lastHour: last.at,
    })
    .from(positions)
    .leftJoin(ledger, and(eq(ledger.positionId, positions.id), eq(ledger.kind, 'registered')))
    .leftJoinLateral(last, sql`true`)
    .where(or(eq(positions.owner, account), eq(ledger.account, account)))
    .orderBy(positions.id)
  return rows.map(({ registrant, lastHour, ...row }) => ({
    ...row,
    isRegistrant: registrant === account,
    lastHour: lastHour ?? undefined,
  }))
}

/** How devices stand, by position: uptime in the whole hours of the last day, week and month. */
export async function healthOfDevices(
  db: Queryable,
  devices: readonly DeviceRow[],
  now: Date,
): Promise<Map<number, DeviceHealth>> {
  if (devices.length === 0) return new Map()
  const end = endOfWindows(now)
  const before = (days: number) => new Date(end.getTime() - days * 86_400_000)
  const sum = (days: number) =>
    sql<number>`coalesce(sum(${heartbeats.uptime}) filter (where ${heartbeats.at} >= ${before(days).toISOString()}::timestamptz), 0)::float8`
  const rows = await db
    .select({ deviceId: heartbeats.deviceId, day: sum(1), week: sum(7), month: sum(30) })
    .from(heartbeats)
    .where(
      and(
        inArray(
          heartbeats.deviceId,
          devices.map(({ deviceId }) => deviceId),
        ),
        gte(heartbeats.at, before(30)),
        lt(heartbeats.at, end),
      ),
    )
    .groupBy(heartbeats.deviceId)
  const seconds = new Map(rows.map(({ deviceId, ...sums }) => [deviceId, sums]))
  const none = { day: 0, week: 0, month: 0 }
  return new Map(
    devices.map(({ positionId, deviceId, lastHour, since }) => [
      positionId,
      healthOf({ lastHour, since, seconds: seconds.get(deviceId) ?? none }, now),
    ]),
  )
}

/** What positions earned one account by UTC day since a day, at the rates their rewards are made from. */
export async function dayEarnings(
  db: Queryable,
  account: Hex,
  positionIds: readonly number[],
  { from, to }: { from: Date; to: Date },
): Promise<DayEarning[]> {
  if (positionIds.length === 0) return []
  const changes = await tenureChanges(db, { positionIds })
  const figureOf = await rewardFigures(db, positionIds)
  const seconds = (at: Date) => Math.floor(at.getTime() / 1000)
  const own = tenuresBetween(changes, seconds(from), seconds(to)).filter((it) => it.account === account)
  return earningsByDay(own, ({ positionId, network }) => {
    const figure = figureOf(positionId, network)
    return figure ? rateOf(figure) : 0n
  })
}

/** Offers on positions an account owns that can be accepted at `now`, by what would reach it. */
export function offersReceived(db: Queryable, account: Hex, now: Date) {
  return db
    .select({
      hash: orders.hash,
      positionId: orders.positionId,
      offerer: orders.offerer,
      price: orders.price,
      fee: orders.fee,
      endTime: orders.endTime,
    })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .innerJoin(positions, eq(positions.id, orders.positionId))
    .where(
      and(
        eq(orders.kind, 'item_offer'),
        isFillableAt(now),
        eq(positions.owner, account),
        ne(orders.offerer, account),
      ),
    )
    .orderBy(desc(sql`${orders.price} - ${orders.fee}`), orders.hash)
    .limit(100)
}
