import { eq } from 'drizzle-orm'
import { positions } from '@/db/schema'
import { readSignedState } from '@/lib/chain/read-signed-state'
import { describeStateChange, type StateChange } from '@/lib/market/describe-state-change'
import type { OrderTerms } from '@/lib/market/order-terms'
import type { SignedState } from '@/lib/market/signed-state'
import type { OrderContext } from './order-context'
import { readPosition } from './read-order-facts'
import { signedStateOf } from './signed-state-of'

/**
 * Which parts of a position differ on chain from what an order was signed for.
 * @param signed what was signed; where it is not known, the indexer's state is taken for it if it has the signed hash
 * @returns empty when the two cannot be compared
 */
export async function changesOf(
  { db, client, deployment }: OrderContext,
  terms: Pick<OrderTerms, 'positionId' | 'offerer' | 'zoneHash'>,
  signed: SignedState | undefined,
  blockNumber: bigint,
): Promise<StateChange[]> {
  const [row] = await db.select().from(positions).where(eq(positions.id, terms.positionId))
  const indexed = row && signedStateOf(row)
  const from = signed ?? (row?.stateHash === terms.zoneHash ? indexed : undefined)
  if (!from) return []
  const pastUsers = [from.user, indexed?.user ?? null]
  const [current, position] = await Promise.all([
    readSignedState(client, deployment, terms.positionId, { blockNumber, pastUsers }),
    readPosition({ client, deployment }, terms.positionId, blockNumber),
  ])
  if (!current) return []
  return describeStateChange(from, current.state, { ownerIsSigner: position?.owner === terms.offerer })
}
