'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import { useAtomicCalls } from '@/components/wallet/use-atomic-calls'
import { useTransaction } from '@/components/wallet/use-transaction'
import type { PreparedFill } from './use-prepared-fill'

/**
 * Approve if need be, judge again, fill; approval and fill in one step where the wallet can. One at a time. A refusal on
 * the way leaves what was done before it, and the next run goes on from there.
 * @param keys names of the two transactions, by which they are found again after a reload
 */
export function useApprovedFill(keys: { approval: string; fill: string }, account: Address) {
  const approval = useTransaction(keys.approval)
  const fill = useTransaction(keys.fill)
  const [isUnderWay, setUnderWay] = useState(false)
  const [hasDeclinedBundle, setDeclinedBundle] = useState(false)
  const canBundle = useAtomicCalls(account) === true && !hasDeclinedBundle

  /** @param prepare judges anew and gives the steps; undefined where nothing shall be sent */
  async function run(prepare: () => Promise<PreparedFill['steps'] | undefined>) {
    if (isUnderWay) return
    setUnderWay(true)
    try {
      let steps = await prepare()
      const approve = steps?.find(({ kind }) => kind === 'approve_dollars')
      if (steps && approve && canBundle) {
        const bought = await fill.sendTogether(steps)
        if (bought?.step === 'failed' && !bought.hash) setDeclinedBundle(true)
        return
      }
      if (approve) {
        const approved = await approval.send(approve)
        if (approved?.step !== 'mined') return
        steps = await prepare()
      }
      const [only, ...more] = steps ?? []
      if (only?.kind === 'fill' && more.length === 0) await fill.send(only)
    } finally {
      setUnderWay(false)
    }
  }

  return {
    run,
    isUnderWay,
    /** approval and fill go together, all or none */
    canBundle,
    isBusy: isUnderWay || approval.isBusy || fill.isBusy,
    approval: approval.state,
    fill: fill.state,
  }
}
