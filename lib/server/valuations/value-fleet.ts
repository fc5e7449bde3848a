import { eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { valuationRuns } from '@/db/schema'
import type { ValuationContext } from './valuation-context'
import { type Progress, type ValuedPositions, valuePositions } from './value-positions'

/**
 * Values every position whose inputs have changed, and tells in `valuation_runs` how far it is; whole in itself and safe
 * to repeat. A run with nothing to do leaves no line.
 */
export async function valueFleet(server: ValuationContext): Promise<ValuedPositions> {
  let run: string | undefined
  const told: Progress = async (done, total) => {
    if (total === 0) return
    run ??= await begin(server.db, server.now(), total)
    await server.db
      .update(valuationRuns)
      .set({
        // groups end side by side, and their updates may overtake each other
        done: sql`greatest(${valuationRuns.done}, ${done}::int)`,
        updatedAt: server.now(),
        ...(done === total && { finishedAt: server.now() }),
      })
      .where(eq(valuationRuns.id, run))
  }
  return valuePositions(server, undefined, told)
}

async function begin(db: Queryable, now: Date, total: number): Promise<string> {
  const [row] = await db
    .insert(valuationRuns)
    .values({ total, startedAt: now, updatedAt: now })
    .returning({ id: valuationRuns.id })
  if (!row) throw new TypeError('an insert returns its row')
  return row.id
}
