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
import { type AssumptionBook, assumptionBook } from '@/lib/valuation/estimate/assumption-book'
import type { Place } from '@/lib/valuation/estimate/estimate-moves'
import type { NetworkEvidence } from '@/lib/valuation/estimate/evidence'

export type Evidence = {
  /** undefined for a network that is not in the database */
  network(slug: string): NetworkEvidence | undefined
  /** assumptions for a model of a network, nearest first */
  book(model: string, network: string): AssumptionBook
  /** the other networks of this one's category */
  others(network: string): Place[]
}

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

  const evidence = new Map(
    networkRows.map(({ slug, token }): [string, NetworkEvidence] => [
      slug,
      {
        slug,
        token,
        months: monthRows
          .filter((row) => row.network === slug)
          .map((row) => ({
            month: row.month.slice(0, 7),
            rewardTokens: toNumber(row.rewardTokens),
            tokenPriceUsd: toNumber(row.tokenPriceUsd),
            rewardsUsd: toNumber(row.rewardsUsd),
            activeNodes: row.activeNodes,
          })),
        dailyPrices: priceRows
          .filter((row) => row.token === token)
          .map((row) => ({ day: row.day, priceUsd: Number(row.priceUsd) })),
        operators: operatorRows
          .filter((row) => row.network === slug)
          .map(({ month: row }) => ({
            operator: row.operator,
            month: row.month.slice(0, 7),
            nodes: row.nodes,
            rewardsUsd: Number(row.rewardsUsd),
            costUsd: toNumber(row.costUsdPerNode),
            costUsdLow: toNumber(row.costUsdPerNodeLow),
            costUsdHigh: toNumber(row.costUsdPerNodeHigh),
          })),
      },
    ]),
  )
  const categories = new Map(networkRows.map(({ slug, category }) => [slug, category]))
  const bookOf = (model: string, network: string) =>
    assumptionBook(assumptionRows, [model, network, categories.get(network) ?? 'all', 'all'])
  const places = new Map(
    [...evidence.values()].map((network): [string, Place] => [
      network.slug,
      {
        network,
        book: bookOf(modelRows.find((row) => row.network === network.slug)?.slug ?? '', network.slug),
      },
    ]),
  )
  return {
    network: (slug) => evidence.get(slug),
    book: bookOf,
    others: (slug) =>
      [...places.values()].filter(
        ({ network }) => network.slug !== slug && categories.get(network.slug) === categories.get(slug),
      ),
  }
}

/** Figures become floats here: values are estimates, and are rounded to cents once, at their end. */
function toNumber(text: string | null): number | null {
  return text === null ? null : Number(text)
}
