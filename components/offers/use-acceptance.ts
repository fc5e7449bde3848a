'use client'

import { useState } from 'react'
import type { Address, Hex } from 'viem'
import { usePreparedFill } from '@/components/buy/use-prepared-fill'
import { useTransaction } from '@/components/wallet/use-transaction'

/**
 * The acceptance of an offer by the position's holder: checked against the chain, the position allowed if need be, checked
 * again, filled. Each press goes on from where the last one stopped.
 */
export function useAcceptance(orderHash: Hex, account: Address) {
  const { check, again } = usePreparedFill(orderHash, account)
  const approval = useTransaction(`approve-accept:${orderHash}`)
  const fill = useTransaction(`accept:${orderHash}`)
  const [isUnderWay, setUnderWay] = useState(false)

  async function accept() {
    if (isUnderWay) return
    setUnderWay(true)
    try {
      // each time anew: the bidder may have spent the money a moment ago
      let prepared = await again()
      const approve = prepared?.steps.find(({ kind }) => kind === 'approve_position')
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
    accept,
    isUnderWay,
    isBusy: isUnderWay || approval.isBusy || fill.isBusy,
    approval: approval.state,
    fill: fill.state,
  }
}
