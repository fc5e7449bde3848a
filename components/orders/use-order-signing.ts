'use client'

import { useState } from 'react'
import { useRuntime } from '@/components/wallet/runtime-context'
import { unreachable } from '@/components/wallet/unreachable'
import { useTransaction } from '@/components/wallet/use-transaction'
import { RECORDED, recordCall, signOrderIfAble } from '@/lib/chain/client/order-word'
import { isRefusal, walletErrorSentence } from '@/lib/chain/client/wallet-errors'
import type { Failure } from '@/lib/core/errors'
import { postOrder, type prepareListing } from '@/lib/server/orders/actions'

export type SigningState =
  | { step: 'idle' }
  | { step: 'preparing' }
  /** the approval's own state says more */
  | { step: 'approving' }
  | { step: 'signing' }
  /** the wallet signs no orders, so it records this one on chain; the transaction's own state says more */
  | { step: 'recording' }
  | { step: 'posting' }
  /** `approvedIn`: the block of the approval it needed, if it needed one; the record must have read it */
  | { step: 'done'; approvedIn: number | undefined }
  | { step: 'refused' }
  | { step: 'failed'; error: Failure }

/** Makes the order to sign: `prepareListing` or `prepareItemOffer` with its terms. */
type Prepare = () => ReturnType<typeof prepareListing>

/** The indexer may be a moment behind the approval: the order is sent again, signed only once. */
const POST_TRIES = 10
const POST_AGAIN_MS = 1_000

/**
 * Approves what an order needs, has it signed and posts it; each step once, each refusal leaving all as it was.
 *
 * @param approvalKey the approval's intention, e.g. “approve-position:12”
 */
export function useOrderSigning(approvalKey: string) {
  const runtime = useRuntime()
  const approval = useTransaction(approvalKey)
  const record = useTransaction(`record:${approvalKey}`)
  const [state, setState] = useState<SigningState>({ step: 'idle' })

  /** @param wanted which of several approvals is to be made */
  async function sign(prepare: Prepare, wanted?: 'approve_all_positions') {
    if (isBusy(state)) return
    setState({ step: 'preparing' })
    let prepared = await prepare().catch(unreachable)
    let approvedIn: number | undefined
    if (prepared.ok && prepared.value.approvals.length > 0) {
      const { approvals } = prepared.value
      const approve = approvals.find(({ kind }) => kind === wanted) ?? approvals[0]
      setState({ step: 'approving' })
      const approved = approve && (await approval.send(approve))
      // its own state is shown beside
      if (approved?.step !== 'mined') return setState({ step: 'idle' })
      approvedIn = approved.blockNumber
      prepared = await prepare().catch(unreachable)
    }
    if (!prepared.ok) return setState({ step: 'failed', error: prepared.error })

    setState({ step: 'signing' })
    try {
      const { components, chainId } = prepared.value
      let signature = await signOrderIfAble(runtime, components)
      if (signature === undefined) {
        setState({ step: 'recording' })
        const recorded = await record.send(recordCall(runtime.chain.seaport, components))
        if (recorded?.step !== 'mined') return setState({ step: 'idle' })
        signature = RECORDED
        approvedIn = recorded.blockNumber
      }
      setState({ step: 'posting' })
      setState(await post({ chainId, components, signature }, approvedIn))
    } catch (error) {
      setState(
        isRefusal(error)
          ? { step: 'refused' }
          : {
              step: 'failed',
              error: { name: 'WalletError', message: walletErrorSentence(error), retryable: true },
            },
      )
    }
  }

  return {
    state,
    approval: record.state.step === 'idle' ? approval.state : record.state,
    isBusy: isBusy(state) || approval.isBusy || record.isBusy,
    sign,
  }
}

async function post(
  order: Parameters<typeof postOrder>[0],
  approvedIn: number | undefined,
): Promise<SigningState> {
  for (let left = POST_TRIES; ; left -= 1) {
    const posted = await postOrder(order).catch(unreachable)
    if (posted.ok) return { step: 'done', approvedIn }
    if (!posted.error.retryable || left === 0) return { step: 'failed', error: posted.error }
    await new Promise((resolve) => setTimeout(resolve, POST_AGAIN_MS))
  }
}

function isBusy({ step }: SigningState): boolean {
  return ['preparing', 'approving', 'signing', 'recording', 'posting'].includes(step)
}
