'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Address, Hex } from 'viem'
import { unreachable } from '@/components/wallet/unreachable'
import { useAtomicCalls } from '@/components/wallet/use-atomic-calls'
import { useBalances } from '@/components/wallet/use-balances'
import { useTransaction } from '@/components/wallet/use-transaction'
import type { Failure } from '@/lib/core/errors'
import { preparePurchase } from '@/lib/server/baskets/actions'

export type PreparedPurchase = Extract<Awaited<ReturnType<typeof preparePurchase>>, { ok: true }>['value']

export type PurchaseCheck =
  | { state: 'checking' }
  | { state: 'refused'; error: Failure }
  | { state: 'ready'; purchase: PreparedPurchase }

/**
 * The purchase of a basket: judge every listing, approve exactly the sum if need be, judge again, buy all in one
 * transaction; approval and purchase in one step where the wallet can. When a listing has gone between what the buyer was
 * shown and the press, nothing is sent: the smaller basket is shown first. One purchase is under way at a time.
 */
export function useBasketPurchase(hashes: readonly Hex[], account: Address) {
  const [check, setCheck] = useState<PurchaseCheck>({ state: 'checking' })
  const [isUnderWay, setUnderWay] = useState(false)
  const [hasChanged, setChanged] = useState(false)
  const [hasDeclinedBundle, setDeclinedBundle] = useState(false)
  const approval = useTransaction('approve-dollars:basket')
  const fill = useTransaction('buy-basket')
  const { dollars } = useBalances(account)
  const canBundle = useAtomicCalls(account) === true && !hasDeclinedBundle
  const asked = hashes.join()
  const isShort = check.state === 'refused' && check.error.name === 'InsufficientFundsError'

  const again = useCallback(async (): Promise<PreparedPurchase | undefined> => {
    const orderHashes = asked.split(',') as Hex[]
    const result = await preparePurchase({ orderHashes, account }).catch(unreachable)
    setCheck(
      result.ok ? { state: 'ready', purchase: result.value } : { state: 'refused', error: result.error },
    )
    return result.ok ? result.value : undefined
  }, [asked, account])

  useEffect(() => {
    setCheck({ state: 'checking' })
    setChanged(false)
    void again()
  }, [again])

  // what was refused for lack of money is looked at again when there is more
  useEffect(() => {
    if (isShort && dollars !== undefined) void again()
  }, [isShort, dollars, again])

  async function buy() {
    if (isUnderWay || check.state !== 'ready') return
    setUnderWay(true)
    setChanged(false)
    const shown = check.purchase.total
    try {
      let prepared = await again()
      if (!prepared) return
      if (prepared.total !== shown) return setChanged(true)
      const approve = prepared.steps.find(({ kind }) => kind === 'approve_dollars')
      if (approve && canBundle) {
        const bought = await fill.sendTogether(prepared.steps)
        if (bought?.step === 'failed' && !bought.hash) setDeclinedBundle(true)
        return
      }
      if (approve) {
        const approved = await approval.send(approve)
        if (approved?.step !== 'mined') return
        prepared = await again()
        if (prepared && prepared.total !== shown) return setChanged(true)
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
    /** a listing went between what was shown and the press: nothing was sent */
    hasChanged,
    /** approval and purchase go together, all or none */
    isTogether: canBundle && check.state === 'ready' && check.purchase.steps.length > 1,
    isBusy: isUnderWay || approval.isBusy || fill.isBusy,
    approval: approval.state,
    fill: fill.state,
  }
}
