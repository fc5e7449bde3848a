import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '@/db/client'
import { orderStates, orders, positions } from '@/db/schema'
import { checkSignature, isSignedByKey, normalizeSignature } from '@/lib/chain/seaport/check-signature'
import { orderComponentsSchema, orderToJson, type SignedOrder } from '@/lib/chain/seaport/order-components'
import { readTerms } from '@/lib/chain/seaport/read-terms'
import { NotFoundError, UnavailableError } from '@/lib/core/errors'
import { refreshOrderState } from '@/lib/indexer/orders/refresh-order-state'
import { notifyPosted } from '@/lib/indexer/store/notify-posted'
import { SelfTradeError, WrongChainError } from '@/lib/market/order-errors'
import { judgeOrder, type OrderStatus } from '@/lib/market/order-status'
import type { OrderKind, OrderTerms } from '@/lib/market/order-terms'
import { hexSchema } from '../input'
import { changesOf } from './changes-of'
import type { OrderContext } from './order-context'
import { readChainHead } from './read-chain-head'
import { readOrderFacts } from './read-order-facts'
import { refuseStanding } from './refuse-standing'
import { signedStateOf } from './signed-state-of'
import { untilRead } from './until-read'

/** A signed order as anyone's client sends it. */
export const postOrderInput = z.strictObject({
  chainId: z.int().positive(),
  /** Seaport `OrderComponents`, integers as decimal strings */
  components: orderComponentsSchema,
  /** 65 bytes, 64 (EIP-2098), a bulk signature, a contract wallet's, or `0x` once validated on chain */
  signature: hexSchema(8_192),
})

export type PostOrderInput = SignedOrder & { chainId: number }

export type PostedOrder = {
  hash: `0x${string}`
  kind: OrderKind
  positionId: number
  /** false: nothing was new, the order was here already */
  created: boolean
  /** as the chain had it in the newest block read */
  status: OrderStatus
  /** `unbound`: outside our zone, so the device may change under the order */
  warnings: 'unbound'[]
}

/**
 * Takes a signed order into the market, judged at the head of the chain as strictly as it will be at the fill. The
 * same order posted again changes nothing and gets the same answer.
 *
 * @throws WrongChainError, InvalidOrderError, InvalidSignatureError, NotFoundError (no such position), and what
 * {@link refuseStanding} makes of an order that the chain would not fill; UnavailableError while the position's newest
 * state is not read yet
 */
export async function postOrder(context: OrderContext, input: PostOrderInput): Promise<PostedOrder> {
  const { db, client, deployment } = context
  if (input.chainId !== deployment.chainId)
    throw new WrongChainError(`This market is on chain ${deployment.chainId}, not ${input.chainId}.`, {
      details: { expected: deployment.chainId, given: input.chainId },
    })
  const order = { components: input.components, signature: normalizeSignature(input.signature) }
  const head = await readChainHead(context)
  const terms = readTerms(order.components, deployment, head.time)

  const known = await findPosted(db, terms)
  if (known) return known
  await judge(context, terms, head.blockNumber)
  await checkSignature(client, deployment, order, head)
  const contractSigned = await isContractSigned(context, order)
  await untilRead(db, head.blockNumber)

  return db.transaction(async (tx) => {
    const signedState = await readIndexedState(tx, terms)
    const inserted = await tx
      .insert(orders)
      .values({
        ...terms,
        startTime: new Date(terms.startTime * 1000),
        endTime: new Date(terms.endTime * 1000),
        signature: order.signature,
        contractSigned,
        components: orderToJson(order.components),
        signedState,
      })
      .onConflictDoNothing()
      .returning({ hash: orders.hash })
    if (inserted.length > 0) {
      await refreshOrderState(tx, deployment, terms.hash)
      await notifyPosted(tx, terms)
    }
    const posted = await findPosted(tx, terms)
    if (!posted) throw new UnavailableError('The order could not be stored; please send it again.')
    return { ...posted, created: inserted.length > 0 }
  })
}

async function findPosted(
  db: OrderContext['db'] | Transaction,
  terms: OrderTerms,
): Promise<PostedOrder | undefined> {
  const [row] = await db
    .select({ status: orderStates.status })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(eq(orders.hash, terms.hash))
  return (
    row && {
      hash: terms.hash,
      kind: terms.kind,
      positionId: terms.positionId,
      created: false,
      status: row.status as OrderStatus,
      warnings: terms.bound ? [] : ['unbound'],
    }
  )
}

/** Refuses what the chain would not fill now. */
async function judge(context: OrderContext, terms: OrderTerms, blockNumber: bigint) {
  const facts = await readOrderFacts(context, terms, blockNumber)
  if (facts.positionOwner === undefined)
    throw new NotFoundError(`There is no position ${terms.positionId}.`, {
      details: { positionId: terms.positionId },
    })
  if (terms.kind === 'item_offer' && facts.positionOwner === terms.offerer)
    throw new SelfTradeError(`Position ${terms.positionId} is already the offerer’s own.`)
  const status = judgeOrder(facts)
  if (status === 'open') return
  const changes = status === 'state_changed' ? await changesOf(context, terms, undefined, blockNumber) : []
  throw refuseStanding(status, terms, changes)
}

/** A contract wallet may withdraw its word at any time, so its orders are simulated again by the indexer. */
async function isContractSigned({ client, deployment }: OrderContext, order: SignedOrder) {
  if (order.signature === '0x' || (await isSignedByKey(deployment, order))) return false
  return (await client.getCode({ address: order.components.offerer })) !== undefined
}

/** The position as the indexer has it, which must be the state the order is bound to. */
async function readIndexedState(tx: Transaction, terms: OrderTerms) {
  const [position] = await tx.select().from(positions).where(eq(positions.id, terms.positionId))
  if (!position || (terms.bound && position.stateHash !== terms.zoneHash))
    throw new UnavailableError(
      'The newest state of this position is still being read from the chain; please send the order again in a moment.',
      { details: { part: 'indexer', positionId: terms.positionId } },
    )
  return signedStateOf(position)
}
