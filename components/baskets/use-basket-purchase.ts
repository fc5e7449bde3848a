'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Address, Hex } from 'viem'
import { useApprovedFill } from '@/components/buy/use-approved-fill'
import { unreachable } from '@/components/wallet/unreachable'
import { useBalances } from '@/components/wallet/use-balances'
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
 * shown and the press, nothing is sent: the smaller basket is shown first. After the chain has undone a purchase every
 * listing is judged again, so that the rest is one press away. One purchase is under way at a time.
 */
export function useBasketPurchase(hashes: readonly Hex[], account: Address) {
  const [check, setCheck] = useState<PurchaseCheck>({ state: 'checking' })
  const [hasChanged, setChanged] = useState(false)
  const { run, canBundle, ...way } = useApprovedFill(
    { approval: 'approve-dollars:basket', fill: 'buy-basket' },
    account,
  )
  const { dollars } = useBalances(account)
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

  // what failed is looked at anew: a listing has gone since
  const failure = way.fill.step === 'failed' ? (way.fill.hash ?? way.fill.reason) : undefined
  useEffect(() => {
    if (failure === undefined) return
    setCheck({ state: 'checking' })
    void again()
  }, [failure, again])

  async function buy() {
    if (way.isUnderWay || check.state !== 'ready') return
    setChanged(false)
    const shown = hashesOf(check.purchase)
    await run(async () => {
      const prepared = await again()
      if (prepared && hashesOf(prepared) === shown) return prepared.steps
      if (prepared) setChanged(true)
    })
  }

  return {
    ...way,
    check,
    again,
    buy,
    isShort,
    /** a listing went between what was shown and the press: nothing was sent */
    hasChanged,
    /** approval and purchase go together, all or none */
    isTogether: canBundle && check.state === 'ready' && check.purchase.steps.length > 1,
  }
}

const hashesOf = ({ listings }: PreparedPurchase) => listings.map(({ hash }) => hash).join()
