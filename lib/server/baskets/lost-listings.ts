import type { Address } from 'viem'
import { encodeFulfillAvailable } from '@/lib/chain/seaport/calls'
import { ConflictError, type HotswapError } from '@/lib/core/errors'
import { InsufficientFundsError } from '@/lib/market/order-errors'
import type { FoundOrder } from '../orders/find-order'
import { inTurns } from '../orders/in-turns'
import type { OrderContext } from '../orders/order-context'
import type { PreparedCall } from '../orders/prepared-call'
import { tryPurchase } from './try-purchase'

/** The call that buys listings. */
export function purchaseOf({ deployment }: OrderContext, account: Address, open: readonly FoundOrder[]) {
  const orders = open.map(({ order }) => order)
  return { to: deployment.seaport, data: encodeFulfillAvailable(orders, account) }
}

/** Whether it is the buyer's dollars that are missing, not something of a listing. */
function isBuyers(error: HotswapError): boolean {
  return error instanceof InsufficientFundsError || error.details?.asset === 'dollar'
}

/**
 * Which listings the next block would not sell, by making the whole purchase on it: those that Seaport would skip, or,
 * where all of it would be undone, those that would undo it alone.
 *
 * @throws the revert in words, where each listing alone can be bought and all together cannot
 */
export async function lostListings(
  context: OrderContext,
  account: Address,
  open: readonly FoundOrder[],
  steps: readonly PreparedCall[],
): Promise<Map<FoundOrder, HotswapError>> {
  const whole = await tryPurchase(context, account, steps)
  if (whole.outcome === 'unknown') return new Map()
  if (whole.outcome === 'bought')
    return new Map(
      open
        .filter((_, index) => whole.filled[index] === false)
        .map((found) => [found, new ConflictError('A transaction that waits to be mined takes it away.')]),
    )
  const approvals = steps.slice(0, -1)
  const alone = await inTurns(open, (found) =>
    tryPurchase(context, account, [...approvals, purchaseOf(context, account, [found])]),
  )
  const lost = new Map(
    alone.flatMap((trial, index) =>
      trial.outcome === 'undone' ? [[open[index]!, trial.error] as const] : [],
    ),
  )
  const own = [...lost.values()].find(isBuyers)
  if (own || lost.size === 0) throw own ?? whole.error
  return lost
}
