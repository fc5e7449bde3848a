import { setImmediate as breathe } from 'node:timers/promises'
import { inArray, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { standingAt } from '@/db/queries/market-standing'
import { latestValuations, type StoredValuation } from '@/db/queries/valuations'
import { prospects } from '@/db/schema'
import { type Cents, toMoney } from '@/lib/core/money'
import { prospectOf } from '@/lib/mechanism/opportunities'
import { engineInputsSchema, engineSettingsSchema } from '@/lib/valuation/engine/inputs'
import { ENGINE_MODEL, type ValuedRun, valueWithEngine } from '@/lib/valuation/engine/value-with-engine'
import { headTime } from '../chain/head-time'
import type { ServerContext } from '../context'

/** Listings judged in one turn: each takes a second of this process at most. */
const AT_ONCE = 8

type Candidate = { order_hash: `0x${string}`; position_id: string; price: string }

/**
 * Judges every listing that asks less than the median of its value against its valuation's scenarios, drawn again from
 * inputs and seed, so that P25 and the rest are the receipt's own. Judgements are kept while price and inputs stand, and
 * go with their listing. Others can wait for the next turn; the cheapest against their value come first.
 *
 * @returns how many were judged, and how many wait
 */
export async function refreshOpportunities(
  server: Pick<ServerContext, 'db' | 'now'>,
): Promise<{ judged: number; waiting: number }> {
  const { db } = server
  const candidates = await readCandidates(db, await headTime(server))
  const valuations = await latestValuations(
    db,
    candidates.map(({ position_id }) => Number(position_id)),
  )
  const kept = new Map(
    (
      await db.select({ orderHash: prospects.orderHash, inputsHash: prospects.inputsHash }).from(prospects)
    ).map(({ orderHash, inputsHash }) => [orderHash, inputsHash]),
  )
  const due = candidates.flatMap((candidate) => {
    const valuation = valuations.get(Number(candidate.position_id))
    const isDue = valuation && kept.get(candidate.order_hash) !== valuation.inputsHash
    return isDue && valuation.staleSince === null ? [{ candidate, valuation }] : []
  })

  const standing = new Set(candidates.map(({ order_hash }) => order_hash))
  const gone = [...kept.keys()].filter((hash) => !standing.has(hash))
  if (gone.length > 0) await db.delete(prospects).where(inArray(prospects.orderHash, gone))

  let last: { hash: string; run: ValuedRun } | undefined
  const turn = due.slice(0, AT_ONCE)
  for (const { candidate, valuation } of turn) {
    if (last?.hash !== valuation.inputsHash) {
      const run = runOf(valuation)
      last = run && { hash: valuation.inputsHash, run }
    }
    if (last) await keep(db, candidate, valuation, last.run, server.now())
    await breathe()
  }
  return { judged: turn.length, waiting: due.length - turn.length }
}

/** Fillable listings below the median of their value; the widest gap first. */
async function readCandidates(db: Queryable, now: Date): Promise<Candidate[]> {
  const { rows } = await db.execute<Candidate>(sql`
    select listing_hash as order_hash, position_id, price from ${standingAt(now)} as standing
    where listing_hash is not null and price < p50 * 10000
    order by price / (value * 10000), position_id`)
  return rows
}

/** The valuation drawn again; undefined for an older model's, which is about to be replaced. */
function runOf({ model, inputs, settings }: StoredValuation): ValuedRun | undefined {
  if (model !== ENGINE_MODEL) return undefined
  return valueWithEngine(engineInputsSchema.parse(inputs), engineSettingsSchema.parse(settings))
}

async function keep(
  db: Queryable,
  { order_hash, position_id, price }: Candidate,
  { inputsHash }: StoredValuation,
  run: ValuedRun,
  computedAt: Date,
): Promise<void> {
  const found = prospectOf(run, Number(price) / 1e6)
  const cents = (usd: number): Cents => toMoney(usd)
  const row = {
    positionId: Number(position_id),
    inputsHash,
    price: BigInt(price),
    p25: cents(found.p25),
    shortfall: cents(found.shortfall),
    lossChance: found.lossChance,
    score: found.score,
    impliedRewards: found.implied.rewards,
    impliedSalvage: found.implied.salvage,
    impliedGrowth: found.implied.growth,
    impliedReturn: found.implied.requiredReturn,
    assumedGrowth: found.assumed.growth,
    assumedReturn: found.assumed.requiredReturn,
    computedAt,
  }
  await db
    .insert(prospects)
    .values({ orderHash: order_hash, ...row })
    .onConflictDoUpdate({ target: prospects.orderHash, set: row })
}
