import { z } from 'zod'
import { buildListing } from '@/lib/chain/seaport/build-order'
import { MAX_BULK_ORDERS } from '@/lib/chain/seaport/bulk-order'
import { NotFoundError } from '@/lib/core/errors'
import { fail, ok, type Result } from '@/lib/core/result'
import { NotOwnedError } from '@/lib/market/order-errors'
import { checkTerms } from '@/lib/market/order-rules'
import { toHotswapError } from '../failure/to-hotswap-error'
import { addressSchema, uintSchema } from '../input'
import { hasKey } from './has-key'
import { inTurns } from './in-turns'
import type { OrderContext } from './order-context'
import { makeOrder, type PreparedOrder, readCounter } from './prepare-order'
import { approveAllPositions, type PreparedCall } from './prepared-call'
import { type ChainHead, readChainHead } from './read-chain-head'
import { readPosition } from './read-order-facts'

/** Most listings one signature covers on our page. */
export const MAX_LISTINGS = Math.min(500, MAX_BULK_ORDERS)

export const prepareListingsInput = z.object({
  account: addressSchema,
  items: z
    .array(
      z.object({
        positionId: z.int().positive(),
        price: uintSchema(64),
        /** Unix seconds */
        endTime: z.int().positive(),
      }),
    )
    .min(1, 'Choose a position to list.')
    .max(MAX_LISTINGS, `At most ${MAX_LISTINGS} at once.`)
    .refine(
      (items) => new Set(items.map((it) => it.positionId)).size === items.length,
      'A position is in the list twice.',
    ),
})

type Input = z.output<typeof prepareListingsInput>
type Item = Input['items'][number]

export type PreparedListings = {
  chainId: number
  /** false: a contract wallet, which signs each order by itself */
  signsInBulk: boolean
  /** allows Seaport to move any of the account's positions; undefined when every one that can be listed is allowed */
  approval: PreparedCall | undefined
  /** in the order of the items: the listing to sign, or why there is none */
  rows: { positionId: number; result: Result<Omit<PreparedOrder, 'approvals'>> }[]
}

/**
 * Listings for their holder to sign all at once, each bound to its position's state at one head. What cannot be listed
 * (not there, not the account's, a bad price) is refused in its own row and stops no other.
 *
 * @throws what reading the chain throws
 */
export async function prepareListings(
  context: OrderContext,
  { account, items }: Input,
): Promise<PreparedListings> {
  const head = await readChainHead(context)
  const [counter, code] = await Promise.all([
    readCounter(context, account, head),
    context.client.getCode({ address: account }),
  ])
  let isApprovalMissing = false
  const rows = await inTurns(items, async (item) => {
    const result = await readOne(context, account, item, head).then(ok, (error: unknown) =>
      fail(toHotswapError(error)),
    )
    if (!result.ok) return { positionId: item.positionId, result }
    if (!result.value.approved) isApprovalMissing = true
    const order = makeOrder(context, { account, ...item }, buildListing, {
      head,
      counter,
      stateHash: result.value.stateHash,
    })
    return { positionId: item.positionId, result: ok(order) }
  })
  return {
    chainId: context.deployment.chainId,
    signsInBulk: hasKey(code),
    approval: isApprovalMissing ? approveAllPositions(context.deployment) : undefined,
    rows,
  }
}

async function readOne(context: OrderContext, account: string, item: Item, head: ChainHead) {
  checkTerms(
    { price: item.price, startTime: BigInt(head.blockTime), endTime: BigInt(item.endTime) },
    head.time,
  )
  const position = await readPosition(context, item.positionId, head.blockNumber)
  if (!position)
    throw new NotFoundError(`There is no position ${item.positionId}.`, {
      details: { positionId: item.positionId },
    })
  if (position.owner !== account)
    throw new NotOwnedError(`Position ${item.positionId} is not yours to sell any more.`, {
      details: { positionId: item.positionId, owner: position.owner },
    })
  return position
}
