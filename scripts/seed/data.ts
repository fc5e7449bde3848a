import { resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Database } from '@/db/client'
import {
  assumptions,
  deviceModels,
  h3Regions,
  networks,
  operatorMonths,
  operators,
  tokenPrices,
} from '@/db/schema'
import { monthObservations, networkMonthRow } from '@/lib/server/sources/csv/month-row'
import { readCsv } from './read-csv'
import {
  assumptionRow,
  deviceModelRow,
  h3RegionRow,
  networkRow,
  operatorMonthRow,
  tokenPriceRow,
} from './rows'
import { seedMonths } from './seed-months'
import { sumOperatorMonths } from './sum-operator-months'
import { upsert } from './upsert'

/** Slug of the relay network, whose months are the sums of its operators'. */
export const RELAY_NETWORK = 'relay'

const REPOSITORY = '1kx-network/depin_tokenomics@ff2e881'

/**
 * Puts the files of `db/seed` into the database, in one transaction; running it again changes nothing.
 * Assumptions follow their file exactly: one that was taken out of it is taken out here.
 * @throws SeedFileError naming file, line and column, when a file breaks its schema
 */
export async function seedData(db: Database, folder = resolve(process.cwd(), 'db/seed')): Promise<void> {
  const read = async <schema extends z.ZodType>(name: string, schema: schema) => {
    const rows: z.output<schema>[] = []
    for await (const row of readCsv(resolve(folder, name), schema)) rows.push(row)
    return rows
  }
  const operatorRows = await read('relay-operators-monthly.csv', operatorMonthRow)
  const monthRows = await read('networks-monthly.csv', networkMonthRow)
  const priceRows = [
    ...(await read('token-daily-hnt.csv', tokenPriceRow)),
    ...(await read('token-daily-fil.csv', tokenPriceRow)),
  ]
  const networkRows = await read('networks.csv', networkRow)
  const modelRows = await read('device-models.csv', deviceModelRow)
  const regionRows = await read('h3-regions.csv', h3RegionRow)
  const assumptionRows = await read('assumptions.csv', assumptionRow)

  const now = new Date()
  await db.transaction(async (tx) => {
    await upsert(
      tx,
      networks,
      networkRows.map(({ is_physical, ...row }) => ({ ...row, isPhysical: is_physical })),
    )
    await upsert(tx, deviceModels, modelRows)
    await upsert(tx, h3Regions, regionRows)
    await seedMonths(
      tx,
      { slug: 'networks-monthly', title: `${REPOSITORY}, networks-monthly.csv` },
      monthRows.flatMap((row) => monthObservations(row, now)),
      now,
    )
    await upsert(
      tx,
      tokenPrices,
      priceRows.flatMap(({ token, date, price_usd }) =>
        price_usd === null
          ? []
          : [
              {
                token,
                day: date,
                priceUsd: price_usd,
                source: `${REPOSITORY}, token-daily-${token.toLowerCase()}.csv`,
              },
            ],
      ),
    )
    await upsert(
      tx,
      operators,
      [...new Set(operatorRows.map((row) => row.operator))].map((slug) => ({ slug, network: RELAY_NETWORK })),
    )
    await upsert(
      tx,
      operatorMonths,
      operatorRows.map((row) => ({
        operator: row.operator,
        month: row.month,
        nodes: row.nodes,
        rewardsUsd: row.rewards_usd,
        rewardTokens: row.reward_tokens,
        relays: row.relays,
        avgStakeTokens: row.avg_stake_tokens,
        costUsdPerNode: row.cost_usd_per_node,
        costUsdPerNodeLow: row.cost_usd_per_node_low,
        costUsdPerNodeHigh: row.cost_usd_per_node_high,
        source: `${REPOSITORY}, relay-operators-monthly.csv`,
      })),
    )
    await seedMonths(
      tx,
      { slug: 'relay-operators', title: `${REPOSITORY}, sums of relay-operators-monthly.csv` },
      (await sumOperatorMonths(tx, RELAY_NETWORK)).flatMap((row) => monthObservations(row, now)),
      now,
    )
    await upsert(tx, assumptions, assumptionRows)
    const kept = assumptionRows.map((row) => sql`(${row.subject}, ${row.name})`)
    await tx.delete(assumptions).where(sql`(subject, name) not in (${sql.join(kept, sql`, `)})`)
  })
}
