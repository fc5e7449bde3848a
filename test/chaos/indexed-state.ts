import { asc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import {
  allowances,
  balances,
  counters,
  operatorApprovals,
  orderStates,
  orders,
  positions,
  sales,
  tokenApprovals,
} from '@/db/schema'
import type { World } from './world'

/** The same shape as `readTruePositions`, from the database. */
export async function readIndexedPositions(db: Database) {
  const rows = await db
    .select({ position: positions, approved: tokenApprovals.approved })
    .from(positions)
    .leftJoin(tokenApprovals, eq(tokenApprovals.positionId, positions.id))
    .orderBy(asc(positions.id))
  return rows.map(({ position, approved }) => {
    const {
      id,
      owner,
      deviceId,
      network,
      model,
      metadataHash,
      ownershipNonce,
      flags,
      userExpires,
      stateHash,
    } = position
    return {
      id,
      owner,
      deviceId,
      network,
      model,
      metadataHash,
      ownershipNonce,
      flags,
      userExpires,
      stateHash,
      approved,
    }
  })
}

/** The same shape as `readTrueAccounts`, from the database. */
export async function readIndexedAccounts(db: Database, { deployment, actors }: World) {
  const [held, moved, allowed, approved] = await Promise.all([
    db.select().from(balances),
    db.select().from(counters),
    db.select().from(allowances),
    db.select().from(operatorApprovals),
  ])
  const others = [deployment.seaport, ...actors].map((address) => address.toLowerCase())
  return [...actors, deployment.fee.recipient].map((address) => {
    const account = address.toLowerCase() as typeof address
    const allowance = (spender: string) =>
      allowed.find((row) => row.owner === account && row.spender === spender)?.amount ?? 0n
    const operator = (other: string) =>
      approved.some((row) => row.owner === account && row.operator === other && row.approved)
    return {
      account,
      balance: held.find((row) => row.account === account)?.amount ?? 0n,
      counter: moved.find((row) => row.offerer === account)?.counter ?? 0n,
      allowances: Object.fromEntries(others.map((other) => [other, allowance(other)])),
      operators: Object.fromEntries(others.map((other) => [other, operator(other)])),
    }
  })
}

export async function readIndexedSales(db: Database) {
  const { transactionHash, positionId, seller, buyer, price, fee } = sales
  return db.select({ transactionHash, positionId, seller, buyer, price, fee }).from(sales)
}

export async function readIndexedStatuses(db: Database): Promise<Map<string, string>> {
  const rows = await db
    .select({ hash: orders.hash, status: orderStates.status })
    .from(orders)
    .leftJoin(orderStates, eq(orderStates.orderHash, orders.hash))
  return new Map(rows.map((row) => [row.hash, row.status ?? 'never judged']))
}
