import { sql } from 'drizzle-orm'
import { zeroAddress } from 'viem'
import type { Queryable } from '@/db/client'
import { referencePrices, rollUps, saleMarks } from '@/db/schema'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { markWashSales, WASH_RULES } from '@/lib/market/reference-price/mark-wash-sales'
import { DAY, type WashMark } from '@/lib/market/reference-price/sale'
import { headTime } from '../chain/head-time'
import type { ServerContext } from '../context'
import { FAUCET_GIVER } from '../faucet/top-up'
import { computeReferences } from './compute-references'
import { type RecordedSale, readTradeRecord } from './read-record'

/** A sale this old weighs a 4,000th of a fresh one: it is in no reference. */
const WINDOW_DAYS = 365
/** Ages move the weights: what stands is computed again after so many seconds, sales or none. */
const REFRESH_SECONDS = 3600
const NAME = 'reference-prices'
/** Of what is computed: what an earlier release kept is computed again. */
const VERSION = 3

export type ReferenceContext = Pick<ServerContext, 'db' | 'now' | 'deployment'> & {
  /** accounts that pay everybody, beside those of the chain itself: exchanges */
  publicSources?: readonly string[] | undefined
}

/**
 * Marks sales that fail a wash test and computes every reference price anew, where sales or movements of dollars came or
 * went since, or an hour passed. Marks go with their sales when a block goes; what is computed here always is of the
 * record as it stands, so that sales that were undone are taken back. One runs at a time.
 *
 * @returns how many references were written; undefined where nothing had changed
 */
export async function refreshReferences(server: ReferenceContext): Promise<number | undefined> {
  const { db, deployment } = server
  const now = await headTime(server)
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${NAME}))`)
    const key = await recordKey(tx, now)
    const [before] = await tx.select({ key: rollUps.key }).from(rollUps).where(sql`${rollUps.name} = ${NAME}`)
    if (before?.key === key) return undefined

    const since = new Date(now.getTime() - WINDOW_DAYS * DAY * 1000)
    const fundingSince = new Date(since.getTime() - WASH_RULES.fundingSeconds * 1000)
    const { sales, funding, gifts } = await readTradeRecord(tx, since, fundingSince)
    const publicSources = new Set(
      [
        zeroAddress,
        deployment.seaport,
        deployment.zone,
        deployment.rewards,
        deployment.dollar,
        deployment.fee.recipient,
        ...(server.publicSources ?? []),
        ...(deployment.chainId === LOCAL_CHAIN_ID ? [FAUCET_GIVER] : []),
      ].map((address) => address.toLowerCase()),
    )
    const marks = markWashSales(sales, funding, { ...WASH_RULES, publicSources }, gifts)
    await writeMarks(tx, sales, marks, since, now)

    const references = computeReferences(sales, marks, now, deployment.fee.basisPoints)
    await tx.delete(referencePrices)
    for (let start = 0; start < references.length; start += 500)
      await tx.insert(referencePrices).values(
        references.slice(start, start + 500).map((reference) => ({
          ...reference,
          sizeTests: reference.sizeTests && { ...reference.sizeTests },
        })),
      )
    const value = { sales: sales.length, marked: marks.size, references: references.length }
    await tx
      .insert(rollUps)
      .values({ name: NAME, key, value, computedAt: now })
      .onConflictDoUpdate({ target: rollUps.name, set: { key, value, computedAt: now } })
    return references.length
  })
}

/**
 * Of the record and the hour. A block's hash stands for everything before it, so the hashes of the newest blocks with a
 * sale, a movement of dollars and one of a position tell whether anything came or was undone.
 */
async function recordKey(tx: Queryable, now: Date): Promise<string> {
  const { rows } = await tx.execute<{ key: string }>(sql`
    select concat_ws(' ',
      (select hash from blocks where number = (select max(block_number) from sales)),
      (select hash from blocks where number = (select max(block_number) from dollar_transfers)),
      (select hash from blocks where number = (select max(block_number) from ledger where kind = 'transferred'))
    ) as key`)
  return `${VERSION} ${rows[0]?.key} ${Math.floor(now.getTime() / 1000 / REFRESH_SECONDS)}`
}

async function writeMarks(
  tx: Queryable,
  sales: readonly RecordedSale[],
  marks: ReadonlyMap<string, readonly WashMark[]>,
  since: Date,
  now: Date,
): Promise<void> {
  await tx.execute(sql`delete from ${saleMarks} using sales s where s.block_number = ${saleMarks.blockNumber}
    and s.log_index = ${saleMarks.logIndex} and s.position_id = ${saleMarks.positionId}
    and s.time >= ${since.toISOString()}::timestamptz`)
  const rows = sales.flatMap(({ id, block, logIndex, position }) =>
    (marks.get(id) ?? []).map((mark) => ({
      blockNumber: block,
      logIndex,
      positionId: position,
      test: mark.test,
      mark,
      foundAt: now,
    })),
  )
  for (let start = 0; start < rows.length; start += 500)
    await tx.insert(saleMarks).values(rows.slice(start, start + 500))
}
