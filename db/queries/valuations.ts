import { and, desc, eq, inArray } from 'drizzle-orm'
import { positions, valuations } from '@/db/schema'
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
  createdAt: Date
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
    .selectDistinctOn([valuations.positionId], {
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
      createdAt: valuations.createdAt,
    })
    .from(valuations)
    .innerJoin(
      positions,
      and(eq(positions.id, valuations.positionId), eq(positions.deviceId, valuations.deviceId)),
    )
    .where(positionIds && inArray(valuations.positionId, [...positionIds]))
    .orderBy(valuations.positionId, desc(valuations.createdAt), desc(valuations.id))
  return new Map(
    rows.map((row) => [
      row.positionId,
      { ...row, parts: row.parts.map(({ name, cents }) => ({ name, cents: BigInt(cents) })) },
    ]),
  )
}

/** The newest valuation of one position. */
export async function latestValuation(
  db: Queryable,
  positionId: number,
): Promise<StoredValuation | undefined> {
  return (await latestValuations(db, [positionId])).get(positionId)
}
