import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'

const KEY = sql`hashtext('hotswap-chain-state')`

/**
 * Held to the end of the transaction by whoever changes what the chain made of things. While it is held, no order's
 * state is judged elsewhere, so that none is judged by facts about to change.
 */
export async function lockChainState(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${KEY})`)
}

/** Held to the end of the transaction by whoever judges an order by the chain state; many may hold it at once. */
export async function shareChainState(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${KEY})`)
}
