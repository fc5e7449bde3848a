import type { Address, Hex } from 'viem'
import { z } from 'zod'
import { checkSignature } from '@/lib/chain/seaport/check-signature'
import { ConflictError, type Failure, HotswapError } from '@/lib/core/errors'
import { formatUnitsExact, type UsdUnits } from '@/lib/core/money'
import { InsufficientFundsError, InvalidOrderError, SelfTradeError } from '@/lib/market/order-errors'
import { addressSchema, hash32Schema } from '../input'
import { type FoundOrder, findOrder } from '../orders/find-order'
import { inTurns } from '../orders/in-turns'
import type { OrderContext } from '../orders/order-context'
import { refuseUnfillable, simulate } from '../orders/prepare-fill'
import { approveDollars, type PreparedCall } from '../orders/prepared-call'
import { readChainHead } from '../orders/read-chain-head'
import { readFunds, readOrderFacts } from '../orders/read-order-facts'
import { standingOffers } from '../orders/standing-offers'
import { lostListings, purchaseOf } from './lost-listings'

/** Times the basket is made smaller before it is given up. */
const ROUNDS = 4

/** Most listings one transaction buys: about six million gas, a fifth of a block. */
export const MOST_LISTINGS = 40

export const preparePurchaseInput = z.object({
  orderHashes: z
    .array(hash32Schema)
    .min(1, 'A basket has at least one listing.')
    .max(MOST_LISTINGS, `At most ${MOST_LISTINGS} listings at once.`),
  /** who pays and receives the positions */
  account: addressSchema,
})

export type BasketListing = { hash: Hex; positionId: number; price: UsdUnits; fee: UsdUnits }

export type GoneListing = {
  hash: Hex
  positionId: number
  price: UsdUnits
  error: Failure
  /** the chain would not have skipped it: it would have undone the whole purchase */
  undoes: boolean
}

export type PreparedPurchase = {
  /** what can be bought at the head of the chain, in the order it was asked for */
  listings: BasketListing[]
  /** what cannot, and why; it is not in the transaction */
  gone: GoneListing[]
  total: UsdUnits
  fee: UsdUnits
  /** to be sent in this order; after an approval is mined, prepare again and the purchase is simulated too */
  steps: PreparedCall[]
  /** paying uses up the allowance that other offers of the payer rest on */
  uncoversOffers: boolean
  /** of the purchase alone; undefined while an approval is still to be made */
  gas?: bigint
}

/**
 * Judges every listing of a basket at the head of the chain and gives the one transaction that buys those that can be
 * filled, after it was made on the node's pending state: a listing that would undo it, or that a waiting transaction
 * takes away, is left out and told. What is filled by someone else before it is mined is skipped and not paid for.
 *
 * @throws NotFoundError for an order that is not here, ConflictError when none can be bought any more,
 * InsufficientFundsError (dollars or gas), or the revert of the simulation in words
 */
export async function preparePurchase(
  context: OrderContext,
  { orderHashes, account }: z.output<typeof preparePurchaseInput>,
): Promise<PreparedPurchase> {
  const head = await readChainHead(context)
  const judged = await inTurns([...new Set(orderHashes)], async (hash) => {
    const found = await findOrder(context, hash)
    return { found, error: await refusalOf(context, found, account, head) }
  })
  let open = judged.flatMap(({ found, error }) => (error ? [] : [found]))
  const gone = judged.flatMap(({ found, error }) => (error ? [goneFor(found, error)] : []))
  for (let round = 0; round < ROUNDS; round++) {
    if (open.length === 0)
      throw new ConflictError('None of these listings can be bought any more.', { details: told(gone) })
    const purchase = await assemble(context, account, open, head.blockNumber)
    const lost = await lostListings(context, account, open, purchase.steps)
    if (lost.size === 0) {
      const [only, ...more] = purchase.steps
      const gas = only && more.length === 0 ? await simulate(context, account, only) : undefined
      return { ...purchase, gone, ...(gas !== undefined && { gas }) }
    }
    for (const [found, error] of lost) gone.push(goneFor(found, error.toFailure()))
    open = open.filter((found) => !lost.has(found))
  }
  throw new ConflictError('These listings change faster than they can be checked; try again in a moment.', {
    retryable: true,
    details: told(gone),
  })
}

function goneFor({ terms: { hash, positionId, price } }: FoundOrder, error: Failure): GoneListing {
  return { hash, positionId, price, error, undoes: undoing.has(error.name) }
}

/** What of a listing Seaport does not skip. */
const undoing = new Set(['MissingApprovalError', 'InvalidSignatureError', 'ContractRevertedError'])

const told = (gone: readonly GoneListing[]) => ({
  gone: gone.map(({ positionId, error }) => ({ positionId, message: error.message })),
})

/** The one transaction that buys these listings, and the approval it may need before. */
async function assemble(
  context: OrderContext,
  account: Address,
  open: readonly FoundOrder[],
  blockNumber: bigint,
): Promise<Omit<PreparedPurchase, 'gone' | 'gas'>> {
  const total = open.reduce((sum, { terms }) => sum + terms.price, 0n)
  const { approvals, uncoversOffers } = await approvalsFor(context, account, open, total, blockNumber)
  const fill: PreparedCall = {
    kind: 'fill',
    ...purchaseOf(context, account, open),
    sentence:
      open.length === 1
        ? `Pays ${formatUnitsExact(total, 6)} dollars and moves position ${open[0]!.terms.positionId} to your wallet.`
        : `Pays up to ${formatUnitsExact(total, 6)} dollars and moves ${open.length} positions to your wallet; one that is gone by then is skipped and not paid for.`,
  }
  return {
    listings: open.map(({ terms: { hash, positionId, price, fee } }) => ({ hash, positionId, price, fee })),
    total,
    fee: open.reduce((sum, { terms }) => sum + terms.fee, 0n),
    steps: [...approvals, fill],
    uncoversOffers,
  }
}

/** Why this account cannot buy a listing now; undefined where it can. */
async function refusalOf(
  context: OrderContext,
  found: FoundOrder,
  account: Address,
  head: Awaited<ReturnType<typeof readChainHead>>,
): Promise<Failure | undefined> {
  const { terms, order } = found
  try {
    if (terms.kind !== 'listing' || !terms.bound)
      throw new InvalidOrderError('basket', 'A basket holds listings bound by our zone.')
    if (account === terms.offerer) throw new SelfTradeError('This listing is your own.')
    await refuseUnfillable(context, found, await readOrderFacts(context, terms, head.blockNumber), head)
    await checkSignature(context.client, context.deployment, order, head)
    return undefined
  } catch (error) {
    if (error instanceof HotswapError) return error.toFailure()
    throw error
  }
}

async function approvalsFor(
  context: OrderContext,
  buyer: Address,
  open: readonly FoundOrder[],
  total: UsdUnits,
  blockNumber: bigint,
): Promise<{ approvals: PreparedCall[]; uncoversOffers: boolean }> {
  const { balance, allowance } = await readFunds(context, buyer, blockNumber)
  if (balance < total)
    throw new InsufficientFundsError(
      `Your wallet holds ${formatUnitsExact(balance, 6)} dollars; the basket costs ${formatUnitsExact(total, 6)}.`,
      {
        details: { asset: 'dollar', account: buyer, needed: total.toString(), held: balance.toString() },
      },
    )
  // offers on a position that is bought end with it; the others go on resting on the one allowance
  const { terms } = open[0]!
  const standing = await standingOffers(context, buyer, terms.positionId)
  if (allowance >= total) return { approvals: [], uncoversOffers: allowance - total < standing }
  return { approvals: [approveDollars(context.deployment, total, standing)], uncoversOffers: false }
}
