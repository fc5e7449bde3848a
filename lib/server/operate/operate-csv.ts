import type { Address } from 'viem'
import { dayEarnings, devicesOf, healthOfDevices } from '@/db/queries/operate'
import { heldFacts } from '@/db/queries/portfolio'
import { csvLine } from '@/lib/core/csv/format-csv'
import { formatUnitsExact } from '@/lib/core/money'
import { EARNING_DAYS } from '@/lib/market/operate-page'
import { headTime } from '../chain/head-time'
import type { ServerContext } from '../context'
import { named } from './read-operate'

type Server = Pick<ServerContext, 'db' | 'now'>

/** Every device an account owns or registered, with its health, as a file. */
export async function devicesCsv(account: Address, server: Server): Promise<string> {
  const { db } = server
  const devices = await devicesOf(db, account)
  const health = await healthOfDevices(db, devices, server.now())
  const facts = await heldFacts(
    db,
    devices.map(({ positionId }) => positionId),
    await headTime(server),
  )
  const head = [
    'position',
    'name',
    'network',
    'device',
    'owner',
    'registered_here',
    'state',
    'last_report_end',
  ]
  const rows = devices.map(({ positionId, deviceId, owner, isRegistrant }) => {
    const { name, network } = named(positionId, facts)
    const { state, last, uptime } = health.get(positionId) ?? { state: 'never', last: undefined, uptime: {} }
    const shares = [uptime.day, uptime.week, uptime.month].map((share) => share?.toFixed(6))
    const yes = isRegistrant ? 'yes' : 'no'
    return [positionId, name, network?.slug, deviceId, owner, yes, state, last?.toISOString(), ...shares]
  })
  return [[...head, 'uptime_1d', 'uptime_7d', 'uptime_30d'], ...rows].map(csvLine).join('')
}

/** What each device earned an account by UTC day, the last 30 days, as a file. */
export async function earningsCsv(account: Address, server: Server): Promise<string> {
  const now = await headTime(server)
  const ids = (await devicesOf(server.db, account)).map(({ positionId }) => positionId)
  const first = new Date(now.getTime() - (EARNING_DAYS - 1) * 86_400_000).toISOString().slice(0, 10)
  const days = await dayEarnings(server.db, account, ids, { from: new Date(`${first}T00:00:00Z`), to: now })
  const facts = await heldFacts(
    server.db,
    days.map(({ positionId }) => positionId),
    now,
  )
  const rows = days.map(({ day, positionId, earned }) => {
    const { name, network } = named(positionId, facts)
    return [day, positionId, name, network?.slug, formatUnitsExact(earned, 6)]
  })
  return [['day', 'position', 'name', 'network', 'earned_usd'], ...rows].map(csvLine).join('')
}
