import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { operatorMonths, operators } from '@/db/schema'
import type { CostStep } from '@/lib/mechanism/congestion/free-entry'
import { context, type ServerContext } from '../context'

export type CostDistribution = {
  network: string
  /** YYYY-MM */
  month: string
  /** what each operator's devices cost to run a month, in dollars */
  steps: CostStep[]
  nodes: number
  rewardsUsd: number
}

/**
 * Running costs of the one network whose operators publish them, in the last month on record.
 * @returns undefined where no operator's cost is known
 */
export async function readCostDistribution(
  server: Pick<ServerContext, 'db'> = context(),
): Promise<CostDistribution | undefined> {
  const latest = server.db
    .select({ month: sql<string>`max(${operatorMonths.month})` })
    .from(operatorMonths)
    .where(isNotNull(operatorMonths.costUsdPerNode))
  const rows = await server.db
    .select({ network: operators.network, row: operatorMonths })
    .from(operatorMonths)
    .innerJoin(operators, eq(operators.slug, operatorMonths.operator))
    .where(and(isNotNull(operatorMonths.costUsdPerNode), sql`${operatorMonths.month} = (${latest})`))
    .orderBy(asc(operatorMonths.operator))
  const [first] = rows
  if (!first) return undefined
  const steps = rows.flatMap(({ row }) =>
    row.nodes > 0 ? [{ nodes: row.nodes, costUsd: Number(row.costUsdPerNode) }] : [],
  )
  return {
    network: first.network,
    month: first.row.month.slice(0, 7),
    steps,
    nodes: steps.reduce((sum, step) => sum + step.nodes, 0),
    rewardsUsd: rows.reduce((sum, { row }) => sum + Number(row.rewardsUsd), 0),
  }
}
