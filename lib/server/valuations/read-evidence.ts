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
import { evidenceState } from './evidence-state'

export type { Evidence } from './assemble-evidence'

const kept = new WeakMap<Queryable, { state: string; evidence: Promise<Evidence> }>()

/**
 * Everything public that values rest on, for one position or for all of them. It is read once and shared by all who ask
 * for it until a figure or an assumption changes: what they get is not to be written to.
 */
export async function readEvidence(db: Queryable): Promise<Evidence> {
  // before the rows: what is written between the two makes the next caller read again
  const state = await evidenceState(db)
  const found = kept.get(db)
  if (found?.state === state) return found.evidence
  const evidence = readAnew(db)
  kept.set(db, { state, evidence })
  evidence.catch(() => {
    if (kept.get(db)?.evidence === evidence) kept.delete(db)
  })
  return evidence
}

/** In six queries. */
async function readAnew(db: Queryable): Promise<Evidence> {
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
