import { and, desc, eq, or, sql } from 'drizzle-orm'
import { ledger, metadataDocuments, operators, orderStates, orders, positions, sales } from '@/db/schema'
import type { OpenOrder, SideOfSale } from '@/lib/market/address-page'
import type { Queryable } from '../client'
import { isFillableAt } from './orders'

type Hex = `0x${string}`

/** Most open orders and sales a page of an account lists; the ledger has the rest. */
export const MOST = 100

const name = sql<string | null>`${metadataDocuments.document} ->> 'name'`
const nameOf = (given: string | null, id: number) => given?.trim() || `Position ${id}`

/** Orders of an account that can be filled at `now`, newest first. */
export async function openOrdersOf(db: Queryable, account: Hex, now: Date): Promise<OpenOrder[]> {
  const rows = await db
    .select({
      hash: orders.hash,
      kind: sql<OpenOrder['kind']>`${orders.kind}`,
      positionId: orders.positionId,
      price: orders.price,
      endTime: orders.endTime,
      bound: orders.bound,
      name,
    })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .leftJoin(positions, eq(positions.id, orders.positionId))
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .where(and(eq(orders.offerer, account), isFillableAt(now)))
    .orderBy(desc(orders.createdAt), desc(orders.hash))
    .limit(MOST)
  return rows.map((row) => ({ ...row, name: nameOf(row.name, row.positionId) }))
}

/** Sales an account was a side of, newest first. */
export async function salesOfAccount(db: Queryable, account: Hex): Promise<SideOfSale[]> {
  const rows = await db
    .select({
      positionId: sales.positionId,
      at: sales.time,
      transaction: sales.transactionHash,
      seller: sales.seller,
      buyer: sales.buyer,
      price: sales.price,
      fee: sales.fee,
      name,
    })
    .from(sales)
    .leftJoin(positions, eq(positions.id, sales.positionId))
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .where(or(eq(sales.seller, account), eq(sales.buyer, account)))
    .orderBy(desc(sales.blockNumber), desc(sales.logIndex))
    .limit(MOST)
  return rows.map(({ seller, buyer, ...row }) => ({
    ...row,
    name: nameOf(row.name, row.positionId),
    side: seller === account ? 'sold' : 'bought',
    other: seller === account ? buyer : seller,
  }))
}

/** What an account did in all, and the operator it stands for. */
export async function accountCounts(db: Queryable, account: Hex) {
  const [row] = await db
    .select({
      registered: sql<number>`(select count(*)::int from ${ledger} where kind = 'registered' and account = ${account})`,
      bought: sql<number>`(select count(*)::int from ${sales} where buyer = ${account})`,
      sold: sql<number>`(select count(*)::int from ${sales} where seller = ${account})`,
      operator: sql<
        string | null
      >`(select ${operators.slug} from ${operators} where ${operators.account} = ${account})`,
    })
    .from(sql`(values (1)) as one`)
  return row ?? { registered: 0, bought: 0, sold: 0, operator: null }
}
