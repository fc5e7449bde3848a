import type { Hex } from 'viem'
import type { Queryable } from '@/db/client'
import { valuations } from '@/db/schema'
import type { Valuation } from '@/lib/valuation/valuation'

export type NewValuation = { positionId: number; deviceId: Hex; inputsHash: Hex; valuation: Valuation }

const BATCH = 500

/** Keeps valuations; those before them stay. */
export async function storeValuations(db: Queryable, found: readonly NewValuation[]): Promise<void> {
  for (let start = 0; start < found.length; start += BATCH)
    await db.insert(valuations).values(
      found.slice(start, start + BATCH).map(({ valuation, ...ids }) => ({
        ...ids,
        model: valuation.model,
        inputs: valuation.inputs,
        value: valuation.value,
        p5: valuation.p5,
        p50: valuation.p50,
        p95: valuation.p95,
        parts: valuation.parts.map(({ name, cents }) => ({ name, cents: cents.toString() })),
      })),
    )
}
