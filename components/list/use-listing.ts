'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import { useRuntime } from '@/components/wallet/runtime-context'
import { unreachable } from '@/components/wallet/unreachable'
import { useTransaction } from '@/components/wallet/use-transaction'
import { signOrder } from '@/lib/chain/client/sign-order'
import { isRefusal, walletErrorSentence } from '@/lib/chain/client/wallet-errors'
import type { Failure } from '@/lib/core/errors'
import { postOrder, prepareListing } from '@/lib/server/orders/actions'

export type ListingState =
  | { step: 'idle' }
  | { step: 'preparing' }
  /** the approval's own state says more */
  | { step: 'approving' }
  | { step: 'signing' }
  | { step: 'posting' }
  /** `approvedIn`: the block of the approval it needed, if it needed one; the record must have read it */
  | { step: 'done'; approvedIn: number | undefined }
  | { step: 'refused' }
  | { step: 'failed'; error: Failure }

type Terms = { price: bigint; days: number; approveAll: boolean }

/** The indexer may be a moment behind the approval: the order is sent again, signed only once. */
const POST_TRIES = 10
const POST_AGAIN_MS = 1_000

/** Approves the position, has the listing signed and posts it; each step once, each refusal leaving all as it was. */
export function useListing(positionId: number, account: Address) {
  const runtime = useRuntime()
  const approval = useTransaction(`approve-position:${positionId}`)
  const [state, setState] = useState<ListingState>({ step: 'idle' })

  async function list({ price, days, approveAll }: Terms) {
    if (isBusy(state)) return
    const endTime = Math.floor(Date.now() / 1000) + days * 86_400
    const prepare = () =>
      prepareListing({ account, positionId, price: price.toString(), endTime }).catch(unreachable)

    setState({ step: 'preparing' })
    let prepared = await prepare()
    let approvedIn: number | undefined
    if (prepared.ok && prepared.value.approvals.length > 0) {
      const kind = approveAll ? 'approve_all_positions' : 'approve_position'
      const approve = prepared.value.approvals.find((it) => it.kind === kind) ?? prepared.value.approvals[0]
      setState({ step: 'approving' })
      const approved = approve && (await approval.send(approve))
      // its own state is shown beside
      if (approved?.step !== 'mined') return setState({ step: 'idle' })
      approvedIn = approved.blockNumber
      prepared = await prepare()
    }
    if (!prepared.ok) return setState({ step: 'failed', error: prepared.error })

    setState({ step: 'signing' })
    try {
      const { components, chainId } = prepared.value
      const signature = await signOrder(runtime, components)
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

  return { state, approval: approval.state, isBusy: isBusy(state) || approval.isBusy, list }
}

async function post(
  order: Parameters<typeof postOrder>[0],
  approvedIn: number | undefined,
): Promise<ListingState> {
  for (let left = POST_TRIES; ; left -= 1) {
    const posted = await postOrder(order).catch(unreachable)
    if (posted.ok) return { step: 'done', approvedIn }
    if (!posted.error.retryable || left === 0) return { step: 'failed', error: posted.error }
    await new Promise((resolve) => setTimeout(resolve, POST_AGAIN_MS))
  }
}

function isBusy({ step }: ListingState): boolean {
  return step === 'preparing' || step === 'approving' || step === 'signing' || step === 'posting'
}
