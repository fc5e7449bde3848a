import { randomBytes } from 'node:crypto'
import { type Address, bytesToBigInt, type Hex } from 'viem'
import { z } from 'zod'
import { seaportAbi } from '@/lib/chain/seaport/abi'
import { buildItemOffer, buildListing } from '@/lib/chain/seaport/build-order'
import { type OrderComponentsJson, orderToJson } from '@/lib/chain/seaport/order-components'
import { orderHash } from '@/lib/chain/seaport/order-hash'
import { NotFoundError } from '@/lib/core/errors'
import { type FeeSplit, feeOn } from '@/lib/market/fees'
import { InsufficientFundsError, NotOwnedError, SelfTradeError } from '@/lib/market/order-errors'
import { checkTerms } from '@/lib/market/order-rules'
import { addressSchema, uintSchema } from '../input'
import type { OrderContext } from './order-context'
import { approveAllPositions, approveDollars, approvePosition, type PreparedCall } from './prepared-call'
import { type ChainHead, readChainHead } from './read-chain-head'
import { readFunds, readPosition } from './read-order-facts'
import { standingOffers } from './standing-offers'

export const prepareOrderInput = z.object({
  /** who will sign */
  account: addressSchema,
  positionId: z.int().positive(),
  /** what the buyer pays in all, in dollar-token base units */
  price: uintSchema(64),
  /** the order's end, Unix seconds */
  endTime: z.int().positive(),
})

export type PreparedOrder = FeeSplit & {
  hash: Hex
  chainId: number
  /** to be signed: `orderTypedData(deployment, orderFromJson(components))` */
  components: OrderComponentsJson
  startTime: Date
  endTime: Date
  /** what has to be allowed before the order can be filled: any one of these; empty when it is already */
  approvals: PreparedCall[]
}

type Input = z.output<typeof prepareOrderInput>

/**
 * A listing for the holder to sign, bound to the position's state at the head, with fee and net proceeds first.
 *
 * @throws InvalidInputError (price, expiry), NotFoundError, NotOwnedError
 */
export async function prepareListing(context: OrderContext, input: Input): Promise<PreparedOrder> {
  const { head, position } = await look(context, input)
  if (position.owner !== input.account)
    throw new NotOwnedError(`Position ${input.positionId} is not yours to sell.`, {
      details: { positionId: input.positionId, owner: position.owner },
    })
  const approvals = [
    approvePosition(context.deployment, input.positionId),
    approveAllPositions(context.deployment),
  ]
  return prepare(context, input, buildListing, head, position.stateHash, position.approved ? [] : approvals)
}

/**
 * An item offer for a buyer to sign: dollars for one position in its present state.
 *
 * @throws InvalidInputError (price, expiry), NotFoundError, SelfTradeError, InsufficientFundsError
 */
export async function prepareItemOffer(context: OrderContext, input: Input): Promise<PreparedOrder> {
  const { head, position } = await look(context, input)
  if (position.owner === input.account)
    throw new SelfTradeError(`Position ${input.positionId} is already yours.`)
  const { balance, allowance } = await readFunds(context, input.account, head.blockNumber)
  if (balance < input.price)
    throw new InsufficientFundsError('Your wallet holds fewer dollars than you offer.', {
      details: { asset: 'dollar', needed: input.price.toString(), held: balance.toString() },
    })
  const standing = await standingOffers(context, input.account, input.positionId, input.price)
  const approvals =
    allowance < input.price + standing ? [approveDollars(context.deployment, input.price, standing)] : []
  return prepare(context, input, buildItemOffer, head, position.stateHash, approvals)
}

async function look(context: OrderContext, input: Input) {
  const head = await readChainHead(context)
  checkTerms(
    { price: input.price, startTime: BigInt(head.blockTime), endTime: BigInt(input.endTime) },
    head.time,
  )
  const position = await readPosition(context, input.positionId, head.blockNumber)
  if (!position)
    throw new NotFoundError(`There is no position ${input.positionId}.`, {
      details: { positionId: input.positionId },
    })
  return { head, position }
}

async function prepare(
  context: OrderContext,
  input: Input,
  build: typeof buildListing,
  head: ChainHead,
  stateHash: Hex,
  approvals: PreparedCall[],
): Promise<PreparedOrder> {
  const counter = await readCounter(context, input.account, head)
  return { ...makeOrder(context, input, build, { head, stateHash, counter }), approvals }
}

/** An account's Seaport counter at the head: what its orders must be signed under. */
export function readCounter(
  { client, deployment }: Pick<OrderContext, 'client' | 'deployment'>,
  account: Address,
  { blockNumber }: Pick<ChainHead, 'blockNumber'>,
): Promise<bigint> {
  return client.readContract({
    address: deployment.seaport,
    abi: seaportAbi,
    functionName: 'getCounter',
    args: [account],
    blockNumber,
  })
}

/** The order to sign, made of what was read. */
export function makeOrder(
  { deployment }: Pick<OrderContext, 'deployment'>,
  { account, positionId, price, endTime }: Input,
  build: typeof buildListing,
  { head, stateHash, counter }: { head: ChainHead; stateHash: Hex; counter: bigint },
): Omit<PreparedOrder, 'approvals'> {
  const components = build({
    deployment,
    offerer: account,
    positionId,
    price,
    stateHash,
    // the head's own time, so that the order is fillable in the very next block
    startTime: BigInt(head.blockTime),
    endTime: BigInt(endTime),
    counter,
    salt: bytesToBigInt(randomBytes(32)),
  })
  return {
    ...feeOn(price, deployment.fee.basisPoints),
    hash: orderHash(components),
    chainId: deployment.chainId,
    components: orderToJson(components),
    startTime: new Date(head.blockTime * 1000),
    endTime: new Date(endTime * 1000),
  }
}
