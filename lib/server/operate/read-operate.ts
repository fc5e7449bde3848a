import type { Address } from 'viem'
import { salesOfAccount } from '@/db/queries/address'
import { type DeviceRow, dayEarnings, devicesOf, healthOfDevices, offersReceived } from '@/db/queries/operate'
import { type HeldFacts, heldFacts } from '@/db/queries/portfolio'
import { rewardsOfAccount } from '@/db/queries/rewards'
import { watchesOf } from '@/db/queries/watches'
import { healthOf } from '@/lib/market/device-health'
import {
  EARNING_DAYS,
  type OperatedDevice,
  type OperatePage,
  type WatchedPosition,
} from '@/lib/market/operate-page'
import type { NamedPosition } from '@/lib/market/portfolio'
import { withChecksum } from '../address/parse-account'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'

type Server = Pick<ServerContext, 'db' | 'now'>

const PAGE = 100

/** The page a URL names; anything else is the first. */
export function parsePageNumber(given: unknown): number {
  return typeof given === 'string' && /^[1-9]\d{0,5}$/.test(given) ? Number(given) : 1
}

/**
 * What an account runs: its devices and their health, what they earned, offers and sales. All of it is public, except
 * what is watched, which only the signed-in account sees.
 */
export async function readOperate(
  account: Address,
  { number = 1, isSignedIn = false }: { number?: number; isSignedIn?: boolean } = {},
  server: Server = context(),
): Promise<OperatePage> {
  const { db } = server
  const now = await headTime(server)
  const clock = server.now()
  const devices = await devicesOf(db, account)
  const states = new Map(devices.map((it) => [it.positionId, stateOf(it, clock)]))
  const sorted = [...devices].sort((a, b) => rank(states.get(a.positionId)) - rank(states.get(b.positionId)))
  const pages = Math.max(1, Math.ceil(devices.length / PAGE))
  const shown = Math.min(number, pages)
  const part = sorted.slice((shown - 1) * PAGE, shown * PAGE)
  const from = new Date(`${dayBefore(now, EARNING_DAYS - 1)}T00:00:00Z`)
  const [health, rewards, days, offers, sales] = await Promise.all([
    healthOfDevices(db, part, clock),
    rewardsOfAccount(db, account, now),
    dayEarnings(
      db,
      account,
      devices.map(({ positionId }) => positionId),
      { from, to: now },
    ),
    offersReceived(db, account, now),
    salesOfAccount(db, account),
  ])
  const facts = await heldFacts(
    db,
    [...part.map(({ positionId }) => positionId), ...offers.map(({ positionId }) => positionId)],
    now,
  )
  const earnedBy = (id: number) =>
    rewards
      .filter(({ positionId }) => positionId === id)
      .reduce((sum, row) => sum + row.published + row.accruing, 0n)
  return {
    account: withChecksum(account),
    devices: part.map(
      (device): OperatedDevice => ({
        ...named(device.positionId, facts),
        deviceId: device.deviceId,
        ownedBy: device.owner === account ? undefined : device.owner,
        isRegistrant: device.isRegistrant,
        health: health.get(device.positionId) ?? { state: 'never', last: undefined, uptime: noUptime },
        earned: earnedBy(device.positionId),
      }),
    ),
    page: { number: shown, of: pages, total: devices.length },
    counts: {
      reporting: count(states, 'reporting'),
      silent: count(states, 'silent'),
      never: count(states, 'never'),
    },
    earned: {
      all: rewards.reduce((sum, row) => sum + row.published + row.accruing, 0n),
      claimable: rewards.reduce((sum, row) => sum + row.claimable, 0n),
      accruing: rewards.reduce((sum, row) => sum + row.accruing, 0n),
    },
    days: sumDays(days),
    byDevice: daysOfDevices(
      days,
      part.map(({ positionId }) => named(positionId, facts)),
      now,
    ),
    offers: offers.map(({ fee, ...offer }) => ({
      ...named(offer.positionId, facts),
      ...offer,
      net: offer.price - fee,
      value: facts.get(offer.positionId)?.value,
    })),
    sales: sales.filter(({ side }) => side === 'sold'),
    watched: isSignedIn ? await readWatched(account, now, server) : undefined,
    now,
  }
}

/** The positions an account watches, with what each can be had for. */
export async function readWatched(
  account: Address,
  now: Date,
  { db }: Pick<Server, 'db'>,
): Promise<WatchedPosition[]> {
  const { positions } = await watchesOf(db, account)
  const facts = await heldFacts(db, [...positions.keys()], now)
  return [...positions].map(([positionId, rules]) => ({
    ...named(positionId, facts),
    rules,
    listing: facts.get(positionId)?.listing,
    value: facts.get(positionId)?.value,
  }))
}

const noUptime = { day: undefined, week: undefined, month: undefined }

function stateOf({ lastHour, since }: DeviceRow, clock: Date): OperatedDevice['health']['state'] {
  return healthOf({ lastHour, since, seconds: { day: 0, week: 0, month: 0 } }, clock).state
}

/** The silent first: they are what an operator comes for. */
function rank(state: OperatedDevice['health']['state'] | undefined): number {
  return state === 'silent' ? 0 : 1
}

function count<key, value>(map: ReadonlyMap<key, value>, wanted: value): number {
  return [...map.values()].filter((value) => value === wanted).length
}

export function named(positionId: number, facts: ReadonlyMap<number, HeldFacts>): NamedPosition {
  const known = facts.get(positionId)
  return {
    positionId,
    name: known?.name ?? `Position ${positionId}`,
    network: known?.network,
    isDemonstration: known?.isDemonstration ?? false,
  }
}

function dayBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)
}

function daysOfDevices(
  rows: Awaited<ReturnType<typeof dayEarnings>>,
  devices: readonly NamedPosition[],
  now: Date,
): OperatePage['byDevice'] {
  const place = new Map(
    Array.from({ length: EARNING_DAYS }, (_, index) => [dayBefore(now, EARNING_DAYS - 1 - index), index]),
  )
  return devices
    .flatMap((device): OperatePage['byDevice'] => {
      const own = rows.filter(({ positionId }) => positionId === device.positionId)
      if (own.length === 0) return []
      const days = Array.from({ length: EARNING_DAYS }, () => 0n)
      for (const { day, earned } of own) {
        const index = place.get(day)
        if (index !== undefined) days[index] = earned
      }
      return [{ ...device, days, sum: days.reduce((sum, earned) => sum + earned, 0n) }]
    })
    .sort((a, b) => (a.sum === b.sum ? a.positionId - b.positionId : a.sum < b.sum ? 1 : -1))
}

function sumDays(rows: readonly { day: string; earned: bigint }[]): OperatePage['days'] {
  const days = new Map<string, { day: string; earned: bigint; devices: number }>()
  for (const { day, earned } of rows) {
    const sum = days.get(day) ?? { day, earned: 0n, devices: 0 }
    days.set(day, { day, earned: sum.earned + earned, devices: sum.devices + 1 })
  }
  return [...days.values()]
}
