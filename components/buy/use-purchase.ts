'use client'

import { useEffect } from 'react'
import type { Address } from 'viem'
import { useBalances } from '@/components/wallet/use-balances'
import type { PositionOrder } from '@/lib/market/position-page'
import type { Purchase } from './bought'
import { useApprovedFill } from './use-approved-fill'
import { usePreparedFill } from './use-prepared-fill'

/**
 * The purchase of a listing: check, approve exactly the price if need be, check again, fill; approval and fill in one
 * step where the wallet can. A refusal on the way leaves what was done before it, and the next press goes on from there.
 */
export function usePurchase(
  positionId: number,
  { hash, price }: Pick<PositionOrder, 'hash' | 'price'>,
  account: Address,
  onBought: (purchase: Purchase) => void,
) {
  const { check, again } = usePreparedFill(hash, account)
  const { run, canBundle, ...way } = useApprovedFill(
    { approval: `approve-dollars:${hash}`, fill: `buy:${hash}` },
    account,
  )
  const { dollars } = useBalances(account)
  const isShort = check.state === 'refused' && check.error.name === 'InsufficientFundsError'

  // what was refused for lack of money is looked at again when there is more
  useEffect(() => {
    if (isShort && dollars !== undefined && dollars >= price) void again()
  }, [isShort, dollars, price, again])

  // told above, so that it stays said when this panel has gone
  const state = way.fill
  useEffect(() => {
    if (state.step === 'mined')
      onBought({ positionId, price, account, hash: state.hash, block: state.blockNumber })
  }, [state, positionId, price, account, onBought])

  // each time anew: the seller may have changed the device a moment ago
  const buy = () => run(async () => (await again())?.steps)

  return {
    ...way,
    check,
    again,
    buy,
    isShort,
    /** approval and purchase go together, all or none */
    isTogether: canBundle && check.state === 'ready' && check.fill.steps.length > 1,
  }
}
