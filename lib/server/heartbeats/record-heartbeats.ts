import { setImmediate } from 'node:timers/promises'
import { inArray } from 'drizzle-orm'
import type { Hex } from 'viem'
import type { Queryable } from '@/db/client'
import { positions } from '@/db/schema'
import { type DeviceKey, keyTypes } from '@/lib/chain/ids'
import { HotswapError } from '@/lib/core/errors'
import type { ServerContext } from '../context'
import { parseInput } from '../failure/parse-input'
import { ContradictionError, ReplayError } from './errors'
import { type Report, reportSchema } from './input'
import { judgeReport } from './judge-report'
import { type Outcome, storeReports } from './store-reports'

/** A report that was taken. */
export type Accepted = { deviceId: Hex; epoch: string }

type Context = Pick<ServerContext, 'db' | 'deployment' | 'now'>

/**
 * Judges and stores device reports, each by itself: a bad one among a hundred refuses itself alone.
 *
 * @param bodies as received, unparsed
 * @returns for each, in their order, what was taken or why not. Refusals: InvalidInputError (malformed), ClockSkewError,
 * UnknownDeviceError, WrongSignatureError, ReplayError, ContradictionError
 */
export async function recordHeartbeats(
  { db, deployment, now }: Context,
  bodies: readonly unknown[],
): Promise<(Accepted | HotswapError)[]> {
  const parsed = await Promise.all(bodies.map(parseReport))
  const keys = await deviceKeys(db, parsed.filter(isReport))
  const bench = { place: deployment, now: now() }
  const judged: (Report | HotswapError)[] = []
  for (const [i, report] of parsed.entries()) {
    judged.push(isReport(report) ? (judgeReport(report, keys.get(report.deviceId), bench) ?? report) : report)
    // checking signatures is work: let other requests in between
    if (i % 8 === 7) await setImmediate()
  }
  const sound = judged.filter(isReport)
  const outcomes = await storeReports(db, sound)
  const byReport = new Map(sound.map((report, i) => [report, outcomes[i]]))
  return judged.map((report) => {
    if (!isReport(report)) return report
    return refusalOf(byReport.get(report)) ?? { deviceId: report.deviceId, epoch: report.epoch.toString() }
  })
}

async function parseReport(body: unknown): Promise<Report | HotswapError> {
  try {
    return await parseInput(reportSchema, body)
  } catch (error) {
    if (error instanceof HotswapError) return error
    throw error
  }
}

function isReport(report: Report | HotswapError): report is Report {
  return !(report instanceof HotswapError)
}

/** Public keys of the devices that have a position, by device id. */
async function deviceKeys(db: Queryable, reports: readonly Report[]): Promise<Map<Hex, DeviceKey>> {
  const ids = [...new Set(reports.map(({ deviceId }) => deviceId))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: positions.deviceId, keyType: positions.keyType, x: positions.keyX, y: positions.keyY })
    .from(positions)
    .where(inArray(positions.deviceId, ids))
  const keys = new Map<Hex, DeviceKey>()
  for (const { id, x, y, ...row } of rows) {
    const keyType = keyTypes.find((known) => known === row.keyType)
    if (keyType) keys.set(id, { keyType, x, y })
  }
  return keys
}

function refusalOf(outcome: Outcome | undefined): HotswapError | undefined {
  if (outcome === 'replay')
    return new ReplayError('This report is here already.', { details: { reason: 'replay' } })
  if (outcome === 'contradiction')
    return new ContradictionError(
      'The device reported otherwise for this hour; both reports are kept as evidence.',
      {
        details: { reason: 'contradiction' },
      },
    )
  return undefined
}
