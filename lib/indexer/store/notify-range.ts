import { sql } from 'drizzle-orm'
import type { Hex } from 'viem'
import type { Transaction } from '@/db/client'
import type { OrderStatus } from '@/lib/market/order-status'
import type { Header } from '../proof/header'
import type { LedgerRow } from '../reduce/ledger-row'

/** PostgreSQL channel on which each applied range is announced. */
export const CHANNEL = 'hotswap'

/** What a listener hears, as JSON. Lists are cut at 50 entries: `partial` then says to read everything again. */
export type RangeNotice = {
  head: number
  /** hash of that block */
  hash: Hex
  /** Unix seconds */
  time: number
  /** blocks after this one were undone first */
  undoneTo?: number
  /** ledger kinds that occurred */
  kinds: string[]
  positions: number[]
  /** orders whose state changed */
  orders: Hex[]
  partial: boolean
}

const MOST = 50

/** Announces a range to whoever listens, on commit. */
export async function notifyRange(
  tx: Transaction,
  head: Header,
  ledger: readonly LedgerRow[],
  judged: readonly { hash: Hex; status: OrderStatus }[],
  ancestor: number | undefined,
): Promise<void> {
  const positions = [...new Set(ledger.flatMap((row) => (row.positionId === null ? [] : [row.positionId])))]
  const notice: RangeNotice = {
    head: head.number,
    hash: head.hash,
    time: head.timestamp,
    ...(ancestor !== undefined && { undoneTo: ancestor }),
    kinds: [...new Set(ledger.map((row) => row.kind))],
    positions: positions.slice(0, MOST),
    orders: judged.slice(0, MOST).map((order) => order.hash),
    partial: positions.length > MOST || judged.length > MOST || ancestor !== undefined,
  }
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(notice)})`)
}
