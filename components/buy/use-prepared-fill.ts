'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Address, Hex } from 'viem'
import { unreachable } from '@/components/wallet/unreachable'
import type { Failure } from '@/lib/core/errors'
import { prepareFill } from '@/lib/server/orders/actions'

export type PreparedFill = Extract<Awaited<ReturnType<typeof prepareFill>>, { ok: true }>['value']

export type FillCheck =
  | { state: 'checking' }
  | { state: 'refused'; error: Failure }
  | { state: 'ready'; fill: PreparedFill }

/** Whether an order can be filled by an account at this moment, by the chain itself; checked at once and again on demand. */
export function usePreparedFill(orderHash: Hex, account: Address) {
  const [check, setCheck] = useState<FillCheck>({ state: 'checking' })

  /** @returns the prepared fill, or undefined when it is refused */
  const again = useCallback(async (): Promise<PreparedFill | undefined> => {
    const result = await prepareFill({ orderHash, account }).catch(unreachable)
    setCheck(result.ok ? { state: 'ready', fill: result.value } : { state: 'refused', error: result.error })
    return result.ok ? result.value : undefined
  }, [orderHash, account])

  useEffect(() => void again(), [again])
  return { check, again }
}
