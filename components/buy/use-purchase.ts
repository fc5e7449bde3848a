'use client'

import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import { useAtomicCalls } from '@/components/wallet/use-atomic-calls'
import { useBalances } from '@/components/wallet/use-balances'
import { useTransaction } from '@/components/wallet/use-transaction'
import type { PositionOrder } from '@/lib/market/position-page'
import type { Purchase } from './bought'
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
  const approval = useTransaction(`approve-dollars:${hash}`)
  const fill = useTransaction(`buy:${hash}`)
  const { dollars } = useBalances(account)
  const [isUnderWay, setUnderWay] = useState(false)
  const [hasDeclinedBundle, setDeclinedBundle] = useState(false)
  const canBundle = useAtomicCalls(account) === true && !hasDeclinedBundle
  const isShort = check.state === 'refused' && check.error.name === 'InsufficientFundsError'

  // what was refused for lack of money is looked at again when there is more
  useEffect(() => {
    if (isShort && dollars !== undefined && dollars >= price) void again()
  }, [isShort, dollars, price, again])

  // told above, so that it stays said when this panel has gone
  const { state } = fill
  useEffect(() => {
    if (state.step === 'mined')
      onBought({ positionId, price, account, hash: state.hash, block: state.blockNumber })
  }, [state, positionId, price, account, onBought])

  async function buy() {
    if (isUnderWay) return
    setUnderWay(true)
    try {
      // each time anew: the seller may have changed the device a moment ago
      let prepared = await again()
      const approve = prepared?.steps.find(({ kind }) => kind === 'approve_dollars')
      if (approve && prepared && canBundle) {
        const bought = await fill.sendTogether(prepared.steps)
        if (bought?.step === 'failed' && !bought.hash) setDeclinedBundle(true)
        return
      }
      if (approve) {
        const approved = await approval.send(approve)
        if (approved?.step !== 'mined') return
        prepared = await again()
      }
      const [only, ...more] = prepared?.steps ?? []
      if (only?.kind === 'fill' && more.length === 0) await fill.send(only)
    } finally {
      setUnderWay(false)
    }
  }

  return {
    check,
    again,
    buy,
    isShort,
    isUnderWay,
    /** approval and purchase go together, all or none */
    isTogether: canBundle && check.state === 'ready' && check.fill.steps.length > 1,
    isBusy: isUnderWay || approval.isBusy || fill.isBusy,
    approval: approval.state,
    fill: state,
  }
}
