'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Address } from 'viem'
import type { Failure } from '@/lib/core/errors'
import { takeTestMoney } from '@/lib/server/faucet/actions'
import { unreachable } from './unreachable'

/** Test money for a connected account of the local chain. */
export function useFaucet(account: Address) {
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<Failure>()

  async function take() {
    if (isAsking) return
    setAsking(true)
    setError(undefined)
    const result = await takeTestMoney({ address: account }).catch(unreachable)
    if (!result.ok) setError(result.error)
    await queries.invalidateQueries()
    setAsking(false)
  }
  return { take, isAsking, error }
}
