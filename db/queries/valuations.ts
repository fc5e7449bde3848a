import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import { positions, valuationRuns, valuations } from '@/db/schema'
import type { Queryable } from '../client'

/** A stored valuation; all money in US cents. */
export type StoredValuation = {
  id: string
  positionId: number
  /** name and version of the model */
  model: string
  /** the model's inputs, each figure with its source and note */
  inputs: Record<string, unknown>
  /** keccak256 of the canonical JSON of model and inputs: the same hash, the same figures */
  inputsHash: `0x${string}`
  value: bigint
  p5: bigint
  p50: bigint
  p95: bigint
  /** in the model's order; they add up to `value`. A part that is not here was not computed */
  parts: { name: string; cents: bigint }[]
  /** seed and paths; null for a model that draws nothing */
  settings: Record<string, unknown> | null
  /** of `value` under its policy, cents; null for a model that is exact */
  standardError: bigint | null
  /** who signed the receipt; null where nobody did */
  valuer: `0x${string}` | null
  signature: string | null
  /** Unix seconds that were signed */
  issuedAt: number | null
  createdAt: Date
  /** when its inputs were first seen to have changed; null while they are today's */
  staleSince: Date | null
}

const columns = {
  id: valuations.id,
  positionId: valuations.positionId,
  model: valuations.model,
  inputs: valuations.inputs,
  inputsHash: valuations.inputsHash,
  value: valuations.value,
  p5: valuations.p5,
  p50: valuations.p50,
  p95: valuations.p95,
  parts: valuations.parts,
  settings: valuations.settings,
  standardError: valuations.standardError,
  valuer: valuations.valuer,
  signature: valuations.signature,
  issuedAt: valuations.issuedAt,
  createdAt: valuations.createdAt,
  staleSince: valuations.staleSince,
}

/**
 * The newest valuation of each position, of the device that the position is now. A position that was never valued is
 * not in the map.
 * @param positionIds all positions unless told
 */
export async function latestValuations(
  db: Queryable,
  positionIds?: readonly number[],
): Promise<Map<number, StoredValuation>> {
  const rows = await db
    .selectDistinctOn([valuations.positionId], columns)
    .from(valuations)
    .innerJoin(
      positions,
      and(eq(positions.id, valuations.positionId), eq(positions.deviceId, valuations.deviceId)),
    )
    .where(positionIds && inArray(valuations.positionId, [...positionIds]))
    .orderBy(valuations.positionId, desc(valuations.createdAt), desc(valuations.id))
  return new Map(rows.map((row) => [row.positionId, withParts(row)]))
}

function withParts<row extends { parts: { name: string; cents: string }[] }>(row: row) {
  return { ...row, parts: row.parts.map(({ name, cents }) => ({ name, cents: BigInt(cents) })) }
}

/** A valuation by its id, with the device it was of; it may not be the newest. */
export async function valuationById(
  db: Queryable,
  id: string,
): Promise<(StoredValuation & { deviceId: `0x${string}` }) | undefined> {
  const [row] = await db
    .select({ ...columns, deviceId: valuations.deviceId })
    .from(valuations)
    .where(eq(valuations.id, id))
  return row && withParts(row)
}

/** The newest valuation of one position. */
export async function latestValuation(
  db: Queryable,
  positionId: number,
): Promise<StoredValuation | undefined> {
  return (await latestValuations(db, [positionId])).get(positionId)
}

/** How far the fleet's newest run is; undefined where none is under way, or it has shown no sign of life for a minute. */
export async function runningValuation(
  db: Queryable,
  now: Date,
): Promise<{ done: number; total: number } | undefined> {
  const [run] = await db
    .select({ done: valuationRuns.done, total: valuationRuns.total, finishedAt: valuationRuns.finishedAt })
    .from(valuationRuns)
    .where(gt(valuationRuns.updatedAt, new Date(now.getTime() - 60_000)))
    .orderBy(desc(valuationRuns.startedAt))
    .limit(1)
  return run && run.finishedAt === null ? { done: run.done, total: run.total } : undefined
}
