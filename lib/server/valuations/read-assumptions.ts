import { asc, sql } from 'drizzle-orm'
import { assumptions } from '@/db/schema'
import { context, type ServerContext } from '../context'

export type AssumptionRow = { subject: string; name: string; value: string; unit: string; note: string }

/** Every assumption values rest on, as the database has it: those for all first. */
export async function readAssumptions(
  { db }: Pick<ServerContext, 'db'> = context(),
): Promise<AssumptionRow[]> {
  return db
    .select()
    .from(assumptions)
    .orderBy(sql`${assumptions.subject} <> 'all'`, asc(assumptions.name), asc(assumptions.subject))
}
