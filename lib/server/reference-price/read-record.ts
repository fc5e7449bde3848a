import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { saleKey } from '@/db/queries/references'
import { dollarTransfers, ledger, positions, sales, valuations } from '@/db/schema'
import type { Funding, Gift } from '@/lib/market/reference-price/sale'
import type { ValuedSale } from '@/lib/market/reference-price/share-of-value'
import { weighReturns } from '@/lib/market/reference-price/weigh-returns'
import { ENGINE_MODEL } from '@/lib/valuation/engine/value-with-engine'

export type RecordedSale = ValuedSale & {
  block: number
  logIndex: number
  network: string
  /** model of the device as it is now; undefined where there is none any more */
  model: string | undefined
}

/** Everything wash tests and reference prices are computed from. */
export type TradeRecord = { sales: RecordedSale[]; funding: Funding[]; gifts: Gift[] }

/** Base units of the dollar token in a dollar. */
const DOLLAR = 1e6
const CENTS = 100
/** A position sold before it was valued is measured by its first receipt, where that came within so many days. */
const RECEIPT_AFTER_DAYS = 1
const seconds = (at: Date) => at.getTime() / 1000

/**
 * Sales since a moment, with the movements of dollars and positions around them. What a sale's own buyer pays in the
 * sale's own transaction is its price; everything else that moved, in that transaction too, is a movement beside it.
 *
 * A sale's value is that of the newest receipt of today's model, of the device it was, issued before it; where none was,
 * of the first within a day after. No valuation reads a sale, so a receipt cannot have been made by it. Without either
 * the sale has no value: it is in dollar medians only.
 */
export async function readTradeRecord(db: Queryable, since: Date, fundingSince: Date): Promise<TradeRecord> {
  const iso = (at: Date) => at.toISOString()
  const issued = sql`coalesce(to_timestamp(${valuations.issuedAt}), ${valuations.createdAt})`
  const receipt = db
    .select({ value: valuations.value })
    .from(valuations)
    .where(
      sql`${valuations.positionId} = ${sales.positionId} and ${valuations.deviceId} = ${positions.deviceId}
        and ${valuations.model} = ${ENGINE_MODEL}
        and ${issued} <= ${sales.time} + ${RECEIPT_AFTER_DAYS} * interval '1 day'`,
    )
    .orderBy(
      sql`${issued} <= ${sales.time} desc`,
      sql`case when ${issued} <= ${sales.time} then ${issued} end desc`,
      sql`${issued}`,
    )
    .limit(1)
    .as('receipt')
  const sold = await db
    .select({
      block: sales.blockNumber,
      logIndex: sales.logIndex,
      position: sales.positionId,
      at: sales.time,
      price: sales.price,
      buyer: sales.buyer,
      seller: sales.seller,
      network: sales.network,
      model: positions.model,
      value: receipt.value,
    })
    .from(sales)
    .leftJoin(positions, sql`${positions.id} = ${sales.positionId}`)
    .leftJoinLateral(receipt, sql`true`)
    .where(sql`${sales.time} >= ${iso(since)}::timestamptz`)
    .orderBy(sales.blockNumber, sales.logIndex, sales.positionId)
  const moved = await db
    .select({
      from: dollarTransfers.sender,
      to: dollarTransfers.recipient,
      amount: dollarTransfers.amount,
      at: dollarTransfers.time,
    })
    .from(dollarTransfers)
    .where(
      sql`${dollarTransfers.time} >= ${iso(fundingSince)}::timestamptz and not exists (select 1 from ${sales}
        where ${sales.transactionHash} = ${dollarTransfers.transactionHash} and ${sales.buyer} = ${dollarTransfers.sender})`,
    )
  const given = await db
    .select({ position: ledger.positionId, from: ledger.account, to: ledger.counterparty, at: ledger.time })
    .from(ledger)
    .where(
      sql`${ledger.kind} = 'transferred' and ${ledger.time} >= ${iso(since)}::timestamptz
        and exists (select 1 from ${sales} where ${sales.positionId} = ${ledger.positionId})
        and not exists (select 1 from ${sales} where ${sales.transactionHash} = ${ledger.transactionHash}
          and ${sales.positionId} = ${ledger.positionId})`,
    )
  const gifts = given.flatMap(({ position, from, to, at }): Gift[] =>
    position === null || from === null || to === null ? [] : [{ position, from, to, time: seconds(at) }],
  )
  const recorded = sold.map(({ at, price, model, value, ...sale }) => ({
    ...sale,
    id: saleKey(sale),
    time: seconds(at),
    priceUsd: Number(price) / DOLLAR,
    valueUsd: value === null ? undefined : Number(value) / CENTS,
    model: model ?? undefined,
  }))
  const counts = weighReturns(recorded, gifts)
  return {
    sales: recorded.map((sale) => ({ ...sale, counts: counts.get(sale.id) ?? 1 })),
    funding: moved.map(({ from, to, amount, at }) => ({
      from,
      to,
      amountUsd: Number(amount) / DOLLAR,
      time: seconds(at),
    })),
    gifts,
  }
}
