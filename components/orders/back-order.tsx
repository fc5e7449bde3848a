'use client'

import { useState } from 'react'
import type { Address, Hex } from 'viem'
import { useReadUntil } from '@/components/position/use-read-until'
import { Button, ErrorNote } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { unreachable } from '@/components/wallet/unreachable'
import { useTransaction } from '@/components/wallet/use-transaction'
import { useIsWrongChain } from '@/components/wallet/wrong-chain'
import type { Failure } from '@/lib/core/errors'
import { prepareBacking } from '@/lib/server/orders/actions'

/** Makes the approval an order of one's own lacks, so that it can be filled again. */
export function BackOrder({ orderHash, account, head }: { orderHash: Hex; account: Address; head: number }) {
  const transaction = useTransaction(`back:${orderHash}`)
  const isWrongChain = useIsWrongChain()
  const [isPreparing, setPreparing] = useState(false)
  const [error, setError] = useState<Failure>()
  useReadUntil(transaction.state.step === 'mined' ? transaction.state.blockNumber : undefined, head)

  async function back() {
    setPreparing(true)
    setError(undefined)
    const prepared = await prepareBacking({ orderHash, account }).catch(unreachable)
    setPreparing(false)
    if (!prepared.ok) return setError(prepared.error)
    await transaction.send(prepared.value)
  }

  return (
    <>
      {transaction.state.step !== 'mined' && (
        <Button
          size="sm"
          className="justify-self-start"
          pending={isPreparing || transaction.isBusy}
          disabled={isWrongChain}
          onClick={() => void back()}
        >
          Allow again
        </Button>
      )}
      {error && <ErrorNote error={error}>Nothing was sent.</ErrorNote>}
      <TransactionStatus state={transaction.state} done="Allowed. The order can be filled again." />
    </>
  )
}
