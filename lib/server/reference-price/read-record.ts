import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { saleKey } from '@/db/queries/references'
import { dollarTransfers, ledger, positions, sales } from '@/db/schema'
import type { Funding, Gift, Sale } from '@/lib/market/reference-price/sale'

export type RecordedSale = Sale & {
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
const seconds = (at: Date) => at.getTime() / 1000

/**
 * Sales since a moment, with the movements of dollars and positions around them. What a sale's own buyer pays in the
 * sale's own transaction is its price; everything else that moved, in that transaction too, is a movement beside it.
 */
export async function readTradeRecord(db: Queryable, since: Date, fundingSince: Date): Promise<TradeRecord> {
  const iso = (at: Date) => at.toISOString()
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
    })
    .from(sales)
    .leftJoin(positions, sql`${positions.id} = ${sales.positionId}`)
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
  return {
    sales: sold.map(({ at, price, model, ...sale }) => ({
      ...sale,
      id: saleKey(sale),
      time: seconds(at),
      priceUsd: Number(price) / DOLLAR,
      model: model ?? undefined,
    })),
    funding: moved.map(({ from, to, amount, at }) => ({
      from,
      to,
      amountUsd: Number(amount) / DOLLAR,
      time: seconds(at),
    })),
    gifts: given.flatMap(({ position, from, to, at }) =>
      position === null || from === null || to === null ? [] : [{ position, from, to, time: seconds(at) }],
    ),
  }
}
