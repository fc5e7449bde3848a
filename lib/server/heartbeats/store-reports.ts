import { and, eq, inArray, or } from 'drizzle-orm'
import { keccak256, stringToBytes } from 'viem'
import type { Database } from '@/db/client'
import { heartbeatConflicts, heartbeats } from '@/db/schema'
import { ensurePartition } from './ensure-partition'
import { startOf } from './epoch'
import type { Report } from './input'

/** What became of a report whose signature is good. */
export type Outcome = 'accepted' | 'replay' | 'contradiction'

/** Contradictions kept for one device and hour: one proves it, a few show the pattern, more would only fill the disk. */
export const MAX_EVIDENCE = 8

/**
 * Stores reports, one a device and epoch: the first stays, the same again is a replay, another one a contradiction
 * that is kept as evidence. Safe to run at once with others that bring the same reports.
 *
 * @returns an outcome for each report, in their order
 */
export async function storeReports(db: Database, reports: readonly Report[]): Promise<Outcome[]> {
  if (reports.length === 0) return []
  const months = new Map(
    reports.map(({ epoch }) => [startOf(epoch).toISOString().slice(0, 7), startOf(epoch)]),
  )
  for (const moment of months.values()) await ensurePartition(db, moment)

  // in the order of the key, so that two requests never wait for each other
  const sorted = [...reports].sort((a, b) => compare(keyOf(a), keyOf(b)))
  const inserted = await db
    .insert(heartbeats)
    .values(sorted.map(({ epoch, ...report }) => ({ ...report, at: startOf(epoch) })))
    .onConflictDoNothing()
    .returning({ deviceId: heartbeats.deviceId, at: heartbeats.at })
  const fresh = new Set(inserted.map(rowKey))

  const outcomes = new Map<Report, Outcome>()
  const known: Report[] = []
  // of equal keys within one request the database takes the first; sort is stable, so it is the first here too
  for (const report of sorted) {
    if (fresh.delete(keyOf(report))) outcomes.set(report, 'accepted')
    else known.push(report)
  }
  const stored = await findStored(db, known)
  const contradictions: Report[] = []
  for (const report of known) {
    const same = isSame(report, stored.get(keyOf(report)))
    outcomes.set(report, same ? 'replay' : 'contradiction')
    if (!same) contradictions.push(report)
  }
  for (const report of contradictions) await keepEvidence(db, report)
  return reports.map((report) => outcomes.get(report) ?? 'replay')
}

type Stored = typeof heartbeats.$inferSelect

async function findStored(db: Database, reports: readonly Report[]): Promise<Map<string, Stored>> {
  if (reports.length === 0) return new Map()
  const rows = await db
    .select()
    .from(heartbeats)
    .where(
      and(
        inArray(heartbeats.at, [...new Set(reports.map(({ epoch }) => startOf(epoch)))]),
        or(
          ...reports.map((r) =>
            and(eq(heartbeats.deviceId, r.deviceId), eq(heartbeats.at, startOf(r.epoch))),
          ),
        ),
      ),
    )
  return new Map(rows.map((row) => [rowKey(row), row]))
}

async function keepEvidence(db: Database, { epoch, ...report }: Report): Promise<void> {
  const at = startOf(epoch)
  const kept = { ...report, epoch: epoch.toString(), work: report.work.toString() }
  const { deviceId, uptime, state } = report
  // the content alone names the evidence: a device can sign the same words in many ways
  const reportHash = keccak256(stringToBytes([deviceId, epoch, uptime, kept.work, state].join(':')))
  const count = db.$count(
    heartbeatConflicts,
    and(eq(heartbeatConflicts.deviceId, deviceId), eq(heartbeatConflicts.at, at)),
  )
  if ((await count) >= MAX_EVIDENCE) return
  await db.insert(heartbeatConflicts).values({ deviceId, at, report: kept, reportHash }).onConflictDoNothing()
}

function isSame(report: Report, stored: Stored | undefined): boolean {
  return (
    stored !== undefined &&
    stored.uptime === report.uptime &&
    stored.work === report.work &&
    stored.state === report.state
  )
}

const keyOf = ({ deviceId, epoch }: Report) => `${deviceId}:${startOf(epoch).getTime()}`
const rowKey = ({ deviceId, at }: { deviceId: string; at: Date }) => `${deviceId}:${at.getTime()}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
