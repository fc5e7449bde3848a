import { eq, isNotNull, sql } from 'drizzle-orm'
import { keccak256, stringToHex } from 'viem'
import { z } from 'zod'
import type { Queryable } from '@/db/client'
import { rollUpOf } from '@/db/queries/statistics'
import { operatorMonths, operators, rollUps } from '@/db/schema'
import { NotFoundError } from '@/lib/core/errors'
import { backtestEntry, type EntryBacktest, type EntryMonth } from '@/lib/mechanism/congestion/entry-forecast'
import { monthIndex } from '@/lib/valuation/forecast/monthly-series'
import { context, type ServerContext } from '../context'
import { readHistories } from './read-histories'

const NAME = 'entry-backtest'
const VERSION = 1

/** Networks whose cases were forecast, and those whose history is too short for one. */
export type EntryResult = EntryBacktest & {
  networks: { slug: string; name: string; months: number; costIsKnown: boolean }[]
}

const number = z.number()
const schema = z.object({
  n: number,
  error: number,
  noChangeError: number,
  forecasts: z.array(z.object({ network: z.string(), origin: number, forecast: number, outcome: number })),
  networks: z.array(
    z.object({ slug: z.string(), name: z.string(), months: number, costIsKnown: z.boolean() }),
  ),
})

/** Months of every network with nodes and rewards known, and what a node cost where operators publish it. */
export async function readEntryHistories(db: Queryable) {
  const histories = await readHistories(db)
  const costs = await db
    .select({
      network: operators.network,
      month: operatorMonths.month,
      costUsd: sql<string>`sum(${operatorMonths.costUsdPerNode} * ${operatorMonths.nodes}) / nullif(sum(${operatorMonths.nodes}), 0)`,
    })
    .from(operatorMonths)
    .innerJoin(operators, eq(operators.slug, operatorMonths.operator))
    .where(isNotNull(operatorMonths.costUsdPerNode))
    .groupBy(operators.network, operatorMonths.month)
  const costOf = new Map(
    costs.map(({ network, month, costUsd }) => [`${network} ${monthIndex(month)}`, Number(costUsd)]),
  )
  return histories.map(({ slug, name, months }) => ({
    slug,
    name,
    months: months.flatMap(({ month, nodes, rewardsUsd }): EntryMonth[] => {
      if (!nodes || !rewardsUsd || rewardsUsd <= 0) return []
      const costUsd = costOf.get(`${slug} ${month}`)
      return [{ month, nodes, rewardsUsd, ...(costUsd && { costUsd }) }]
    }),
  }))
}

/**
 * Keeps the back-test of free entry where the networks' figures changed. Safe to repeat.
 * @returns whether it was computed
 */
export async function rollUpEntry({ db, now }: Pick<ServerContext, 'db' | 'now'>): Promise<boolean> {
  const histories = await readEntryHistories(db)
  const key = keccak256(stringToHex(JSON.stringify([VERSION, histories])))
  if ((await rollUpOf(db, NAME))?.key === key) return false
  const result = backtestEntry(new Map(histories.map(({ slug, months }) => [slug, months])))
  if (result.n === 0) return false
  const value: EntryResult = {
    ...result,
    networks: histories.map(({ slug, name, months }) => ({
      slug,
      name,
      months: months.length,
      costIsKnown: months.some(({ costUsd }) => costUsd !== undefined),
    })),
  }
  const row = { name: NAME, key, value, computedAt: now() }
  await db.insert(rollUps).values(row).onConflictDoUpdate({ target: rollUps.name, set: row })
  return true
}

/** The kept back-test; undefined until the worker has made one. */
export async function readEntryResult(
  { db }: Pick<ServerContext, 'db'> = context(),
): Promise<EntryResult | undefined> {
  const parsed = schema.safeParse((await rollUpOf(db, NAME))?.value)
  return parsed.success ? parsed.data : undefined
}

/** The kept back-test, for its file. @throws NotFoundError until the worker has made one */
export async function needEntryResult(server: Pick<ServerContext, 'db'>): Promise<EntryResult> {
  const result = await readEntryResult(server)
  if (!result) throw new NotFoundError('The back-test is being computed; it is here in a few minutes.')
  return result
}
