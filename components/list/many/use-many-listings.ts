'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Address } from 'viem'
import { useRuntime } from '@/components/wallet/runtime-context'
import { unreachable } from '@/components/wallet/unreachable'
import { useTransaction } from '@/components/wallet/use-transaction'
import { signOrders } from '@/lib/chain/client/sign-orders'
import { isRefusal, walletErrorSentence } from '@/lib/chain/client/wallet-errors'
import type { Failure } from '@/lib/core/errors'
import { postOrders, prepareListings } from '@/lib/server/orders/actions'
import { type KeptOrder, keptOrders } from './kept-orders'

/** What has come of one position. */
export type RowResult =
  | { step: 'signed' }
  | { step: 'listed' }
  /** `isKept`: it is signed, and only has to be sent again */
  | { step: 'failed'; error: Failure; isKept: boolean }

export type ManyState =
  | { step: 'idle' }
  | { step: 'preparing' }
  /** the approval's own state says more */
  | { step: 'approving' }
  | { step: 'signing'; count: number; inBulk: boolean }
  | { step: 'posting'; done: number; count: number }
  | { step: 'refused' }
  | { step: 'failed'; error: Failure }

export type ToList = { positionId: number; price: bigint; endTime: number }

/** Orders sent in one call, so that the results of a long list come in as it goes. */
const AT_ONCE = 20
/** The indexer may be a moment behind the approval: what it has not read is sent again, signed only once. */
const TRIES = 6
const AGAIN_MS = 1_000

/**
 * Lists many positions: allowed once, signed once, sent in parts, with a result for each. What is signed is kept until
 * the market has taken or refused it, over reloads too.
 *
 * @param onListed told the positions that are in the market now
 */
export function useManyListings(account: Address, onListed: (positionIds: number[]) => void) {
  const runtime = useRuntime()
  const { chainId } = runtime.chain
  const approval = useTransaction('approve-all-positions')
  const [state, setState] = useState<ManyState>({ step: 'idle' })
  const [results, setResults] = useState<ReadonlyMap<number, RowResult>>(new Map())
  const kept = useMemo(() => keptOrders(chainId, account), [chainId, account])
  const [waiting, setWaiting] = useState<KeptOrder[]>([])
  useEffect(() => setWaiting(kept.all()), [kept])

  const report = useCallback(
    (rows: readonly (readonly [number, RowResult])[]) =>
      setResults((before) => new Map([...before, ...rows])),
    [],
  )

  /** Sends what is signed, in parts; what can be mended by waiting is sent again. */
  const post = useCallback(
    async (orders: readonly KeptOrder[]) => {
      let left = [...orders]
      let done = 0
      for (let tries = TRIES; left.length > 0; tries -= 1) {
        const again: KeptOrder[] = []
        for (let at = 0; at < left.length; at += AT_ONCE) {
          const part = left.slice(at, at + AT_ONCE)
          setState({ step: 'posting', done, count: orders.length })
          const answer = await postOrders({
            chainId,
            orders: part.map(({ components, signature }) => ({ components, signature })),
          }).catch(unreachable)
          for (const [index, order] of part.entries()) {
            const result = answer.ok ? answer.value[index] : answer
            if (!result) continue
            if (result.ok) {
              done += 1
              kept.remove([order])
              report([[order.positionId, { step: 'listed' }]])
              onListed([order.positionId])
            } else {
              const isKept = result.error.retryable
              if (isKept) again.push(order)
              else kept.remove([order])
              report([[order.positionId, { step: 'failed', error: result.error, isKept }]])
            }
          }
        }
        left = again
        if (tries <= 1) break
        if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      }
      setWaiting(kept.all())
      setState({ step: 'idle' })
    },
    [chainId, kept, report, onListed],
  )

  async function list(items: readonly ToList[]) {
    if (isBusy(state)) return
    const prepare = (wanted: readonly ToList[]) =>
      prepareListings({
        account,
        items: wanted.map(({ price, ...item }) => ({ ...item, price: price.toString() })),
      }).catch(unreachable)

    setResults(new Map())
    setState({ step: 'preparing' })
    let prepared = await prepare(items)
    if (!prepared.ok) return setState({ step: 'failed', error: prepared.error })
    report(refusedIn(prepared.value.rows))

    if (prepared.value.approval && prepared.value.rows.some(({ result }) => result.ok)) {
      setState({ step: 'approving' })
      const approved = await approval.send(prepared.value.approval)
      // its own state is shown beside
      if (approved?.step !== 'mined') return setState({ step: 'idle' })
      prepared = await prepare(items)
      if (!prepared.ok) return setState({ step: 'failed', error: prepared.error })
      report(refusedIn(prepared.value.rows))
    }

    const { rows, signsInBulk } = prepared.value
    const good = rows.flatMap(({ result }) => (result.ok ? [result.value.components] : []))
    if (good.length === 0) return setState({ step: 'idle' })
    setState({ step: 'signing', count: good.length, inBulk: signsInBulk })
    const places = new Map(
      rows.flatMap(({ positionId, result }) =>
        result.ok ? [[result.value.components.salt, positionId] as const] : [],
      ),
    )
    const signed: KeptOrder[] = []
    try {
      await signOrders(runtime, good, { inBulk: signsInBulk }, (fresh) => {
        const orders = fresh.map((order) => ({
          ...order,
          positionId: places.get(order.components.salt) ?? 0,
        }))
        signed.push(...orders)
        kept.add(orders)
        report(orders.map(({ positionId }) => [positionId, { step: 'signed' }] as const))
      })
    } catch (error) {
      // what a contract wallet signed before it declined is sent all the same
      if (signed.length > 0) await post(signed)
      return setState(
        isRefusal(error)
          ? { step: 'refused' }
          : {
              step: 'failed',
              error: { name: 'WalletError', message: walletErrorSentence(error), retryable: true },
            },
      )
    }
    await post(signed)
  }

  return {
    state,
    results,
    approval: approval.state,
    isBusy: isBusy(state) || approval.isBusy,
    list,
    /** signed before, and not in the market yet */
    waiting: isBusy(state) ? [] : waiting,
    sendWaiting: () => (isBusy(state) ? Promise.resolve() : post(kept.all())),
    forgetWaiting() {
      kept.clear()
      setWaiting([])
    },
  }
}

type Rows = Extract<Awaited<ReturnType<typeof prepareListings>>, { ok: true }>['value']['rows']

function refusedIn(rows: Rows): [number, RowResult][] {
  return rows.flatMap(({ positionId, result }): [number, RowResult][] =>
    result.ok ? [] : [[positionId, { step: 'failed', error: result.error, isKept: false }]],
  )
}

/** Why a position could not be listed, in one sentence. */
export function failureOf({ error }: Extract<RowResult, { step: 'failed' }>): string {
  return Object.values(error.fields ?? {})[0] ?? error.message
}

function isBusy({ step }: ManyState): boolean {
  return step === 'preparing' || step === 'approving' || step === 'signing' || step === 'posting'
}
