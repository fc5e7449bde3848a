import type { Address, Hex } from 'viem'
import { z } from 'zod'
import { explainRevert } from '@/lib/chain/errors/decode-revert'
import { encodeFulfillBasicOrder } from '@/lib/chain/seaport/calls'
import { checkSignature } from '@/lib/chain/seaport/check-signature'
import { formatExact } from '@/lib/core/format'
import type { FeeSplit } from '@/lib/market/fees'
import { InsufficientFundsError, NotOwnedError, SelfTradeError } from '@/lib/market/order-errors'
import { judgeOrder, type OrderFacts, standingOf } from '@/lib/market/order-status'
import type { OrderKind } from '@/lib/market/order-terms'
import { addressSchema, hash32Schema } from '../input'
import { changesOf } from './changes-of'
import { type FoundOrder, findOrder } from './find-order'
import { hasKey } from './has-key'
import type { OrderContext } from './order-context'
import { approveDollars, approvePosition, type PreparedCall } from './prepared-call'
import { readChainHead } from './read-chain-head'
import { readFunds, readOrderFacts, readPosition } from './read-order-facts'
import { refuseStanding } from './refuse-standing'
import { standingOffers } from './standing-offers'

export const prepareFillInput = z.object({
  orderHash: hash32Schema,
  /** who will send the transaction: the buyer of a listing, the holder who accepts an item offer */
  account: addressSchema,
})

export type PreparedFill = FeeSplit & {
  hash: Hex
  kind: OrderKind
  positionId: number
  endTime: Date
  /** false: outside our zone; show the warning before anyone pays */
  bound: boolean
  /** to be sent in this order; after an approval is mined, prepare again and the fill is simulated too */
  steps: PreparedCall[]
  /** paying uses up the allowance that other offers of the payer rest on: they cannot be accepted until it is given again */
  uncoversOffers: boolean
  /** gas of the fill, from its simulation; undefined while an approval is still to be made */
  gas?: bigint
}

/**
 * Judges an order once more at the head of the chain and gives the transactions that fill it, or says why it cannot
 * be filled before any gas is paid: which part of the position changed, who lacks what. Everything is read from the
 * chain itself, not from what was indexed.
 *
 * @throws NotFoundError, what {@link refuseStanding} names, SelfTradeError, InsufficientFundsError (dollars or gas),
 * InvalidSignatureError, or the revert of the simulation in words
 */
export async function prepareFill(
  context: OrderContext,
  { orderHash, account }: z.output<typeof prepareFillInput>,
): Promise<PreparedFill> {
  const found = await findOrder(context, orderHash)
  const { terms, order } = found
  const head = await readChainHead(context)
  const facts = await readOrderFacts(context, terms, head.blockNumber)
  await refuseUnfillable(context, found, facts, head)
  if (account === terms.offerer) throw new SelfTradeError('This order is your own.')
  await checkSignature(context.client, context.deployment, order, head)

  const { approvals, uncoversOffers } =
    terms.kind === 'listing'
      ? await buyerApprovals(context, found, account, head.blockNumber)
      : { approvals: await holderApprovals(context, found, account, head.blockNumber), uncoversOffers: false }
  const fill: PreparedCall = {
    kind: 'fill',
    to: context.deployment.seaport,
    data: encodeFulfillBasicOrder(order),
    sentence:
      terms.kind === 'listing'
        ? `Pays ${formatExact(terms.price, 6)} dollars and moves position ${terms.positionId} to your wallet.`
        : `Moves position ${terms.positionId} to its buyer and pays you ${formatExact(terms.net, 6)} dollars.`,
  }
  const gas = approvals.length === 0 ? await simulate(context, account, fill) : undefined
  return {
    hash: terms.hash,
    kind: terms.kind,
    positionId: terms.positionId,
    price: terms.price,
    fee: terms.fee,
    net: terms.net,
    endTime: found.row.endTime,
    bound: terms.bound,
    steps: [...approvals, fill],
    uncoversOffers,
    ...(gas !== undefined && { gas }),
  }
}

/** @throws what {@link refuseStanding} names, where an order does not stand open at a block */
export async function refuseUnfillable(
  context: OrderContext,
  { row, terms }: FoundOrder,
  facts: OrderFacts,
  head: { blockNumber: bigint; time: number },
): Promise<void> {
  const standing = standingOf({ ...row, status: judgeOrder(facts) }, new Date(head.time * 1000))
  if (standing === 'open') return
  const changes =
    standing === 'state_changed' ? await changesOf(context, terms, row.signedState, head.blockNumber) : []
  throw refuseStanding(standing, terms, changes)
}

async function buyerApprovals(
  context: OrderContext,
  { terms }: FoundOrder,
  buyer: Address,
  blockNumber: bigint,
): Promise<Pick<PreparedFill, 'uncoversOffers'> & { approvals: PreparedCall[] }> {
  const { balance, allowance } = await readFunds(context, buyer, blockNumber)
  if (balance < terms.price)
    throw new InsufficientFundsError(
      `Your wallet holds ${formatExact(balance, 6)} dollars; the price is ${formatExact(terms.price, 6)}.`,
      {
        details: {
          asset: 'dollar',
          account: buyer,
          needed: terms.price.toString(),
          held: balance.toString(),
        },
      },
    )
  const standing = await standingOffers(context, buyer, terms.positionId)
  if (allowance >= terms.price) return { approvals: [], uncoversOffers: allowance - terms.price < standing }
  // an approval replaces the one before it, which the offers signed so far rest on
  return {
    approvals: [approveDollars(context.deployment, terms.price, standing)],
    uncoversOffers: false,
  }
}

async function holderApprovals(
  context: OrderContext,
  { terms }: FoundOrder,
  holder: Address,
  blockNumber: bigint,
): Promise<PreparedCall[]> {
  const position = await readPosition(context, terms.positionId, blockNumber)
  if (position?.owner !== holder)
    throw new NotOwnedError(`Position ${terms.positionId} is not yours to sell.`, {
      details: { positionId: terms.positionId, account: holder },
    })
  return position.approved ? [] : [approvePosition(context.deployment, terms.positionId)]
}

/**
 * Runs a fill on the node without sending it.
 * @throws InsufficientFundsError for gas, or the revert in words
 */
export async function simulate(
  { client }: OrderContext,
  account: Address,
  fill: PreparedCall,
): Promise<bigint> {
  const call = { account, to: fill.to, data: fill.data }
  try {
    const [gas, gasPrice, ether, code] = await Promise.all([
      client.estimateGas(call),
      client.getGasPrice(),
      client.getBalance({ address: account }),
      client.getCode({ address: account }),
    ])
    // a contract wallet's gas is paid by whoever sends its transaction; a key with delegated code (EIP-7702) pays itself
    const paysGas = hasKey(code)
    if (paysGas && ether < gas * gasPrice)
      throw new InsufficientFundsError(
        'Your wallet holds too little of the chain’s own coin to pay for gas.',
        {
          details: {
            asset: 'gas',
            account,
            needed: (gas * gasPrice).toString(),
            held: ether.toString(),
          },
        },
      )
    return gas
  } catch (error) {
    throw explainRevert(error)
  }
}
