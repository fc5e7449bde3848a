import type { Hex } from 'viem'
import type { Queryable } from '@/db/client'
import { valuations } from '@/db/schema'
import type { EngineValuation } from '@/lib/valuation/engine/value-with-engine'

export type NewValuation = {
  positionId: number
  deviceId: Hex
  inputsHash: Hex
  valuation: EngineValuation
  /** undefined where nobody signed */
  receipt: { valuer: Hex; signature: Hex; issuedAt: number } | undefined
}

const BATCH = 500

/** Keeps valuations; those before them stay. */
export async function storeValuations(db: Queryable, found: readonly NewValuation[]): Promise<void> {
  for (let start = 0; start < found.length; start += BATCH)
    await db.insert(valuations).values(
      found.slice(start, start + BATCH).map(({ valuation, receipt, ...ids }) => ({
        ...ids,
        model: valuation.model,
        inputs: valuation.inputs,
        settings: valuation.settings,
        value: valuation.value,
        p5: valuation.p5,
        p50: valuation.p50,
        p95: valuation.p95,
        parts: valuation.parts.map(({ name, cents }) => ({ name, cents: cents.toString() })),
        standardError: BigInt(Math.round(valuation.standardError * 100)),
        ...receipt,
      })),
    )
}
