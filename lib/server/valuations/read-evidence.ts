import { asc, eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import {
  assumptions,
  deviceModels,
  networkMonths,
  networks,
  operatorMonths,
  operators,
  tokenPrices,
} from '@/db/schema'
import { assembleEvidence, type Evidence } from './assemble-evidence'

export type { Evidence } from './assemble-evidence'

/** Everything public that values rest on, in six queries, for one position or for all of them. */
export async function readEvidence(db: Queryable): Promise<Evidence> {
  const networkRows = await db.select().from(networks)
  const monthRows = await db.select().from(networkMonths).orderBy(asc(networkMonths.month))
  const priceRows = await db.select().from(tokenPrices).orderBy(asc(tokenPrices.day))
  const operatorRows = await db
    .select({ network: operators.network, month: operatorMonths })
    .from(operatorMonths)
    .innerJoin(operators, eq(operators.slug, operatorMonths.operator))
    .orderBy(asc(operatorMonths.month), asc(operatorMonths.operator))
  const modelRows = await db.select().from(deviceModels).orderBy(asc(deviceModels.slug))
  const assumptionRows = (await db.select().from(assumptions)).map((row) => ({
    ...row,
    value: Number(row.value),
  }))

  return assembleEvidence({
    networks: networkRows,
    months: monthRows.map((row) => ({
      network: row.network,
      month: row.month.slice(0, 7),
      rewardTokens: toNumber(row.rewardTokens),
      tokenPriceUsd: toNumber(row.tokenPriceUsd),
      rewardsUsd: toNumber(row.rewardsUsd),
      activeNodes: row.activeNodes,
    })),
    prices: priceRows.map(({ token, day, priceUsd }) => ({ token, day, priceUsd: Number(priceUsd) })),
    operators: operatorRows.map(({ network, month: row }) => ({
      network,
      operator: row.operator,
      month: row.month.slice(0, 7),
      nodes: row.nodes,
      rewardsUsd: Number(row.rewardsUsd),
      costUsd: toNumber(row.costUsdPerNode),
      costUsdLow: toNumber(row.costUsdPerNodeLow),
      costUsdHigh: toNumber(row.costUsdPerNodeHigh),
    })),
    models: modelRows,
    assumptions: assumptionRows,
  })
}

/** Figures become floats here: values are estimates, and are rounded to cents once, at their end. */
function toNumber(text: string | null): number | null {
  return text === null ? null : Number(text)
}
