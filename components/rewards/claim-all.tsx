'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import { useConnection } from 'wagmi'
import { useReadUntil } from '@/components/position/use-read-until'
import { Button, ErrorNote } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { unreachable } from '@/components/wallet/unreachable'
import { useTransaction } from '@/components/wallet/use-transaction'
import { useIsWrongChain, WrongChain } from '@/components/wallet/wrong-chain'
import type { Failure } from '@/lib/core/errors'
import { formatUnitsFull, shortHex } from '@/lib/core/format'
import { prepareClaim } from '@/lib/server/rewards/actions'

/** Claims everything that is due to an account, of all its positions and networks, in one transaction. */
export function ClaimAll({
  account,
  claimable,
  head,
}: {
  account: Address
  /** what the page was read with */
  claimable: bigint
  head: number
}) {
  const { address } = useConnection()
  const transaction = useTransaction(`claim:${account}`)
  const isWrongChain = useIsWrongChain()
  const [isPreparing, setPreparing] = useState(false)
  const [error, setError] = useState<Failure>()
  const [asked, setAsked] = useState<{ amount: bigint; left: number }>()
  const { state } = transaction
  const isReading = useReadUntil(state.step === 'mined' ? state.blockNumber : undefined, head)
  const isOwn = address?.toLowerCase() === account.toLowerCase()

  async function claim() {
    setPreparing(true)
    setError(undefined)
    const prepared = await prepareClaim({ account }).catch(unreachable)
    setPreparing(false)
    if (!prepared.ok) return setError(prepared.error)
    if (!prepared.value)
      return setError({
        name: 'NotFoundError',
        message: 'There is nothing left to claim: it was paid already.',
        retryable: false,
      })
    const { amount, left, call } = prepared.value
    setAsked({ amount, left })
    await transaction.send(call)
  }

  return (
    <div className="grid content-start gap-3">
      <WrongChain className="border-l-2 border-signal bg-signal-wash px-4 py-3" />
      {claimable > 0n && !isReading ? (
        <>
          <Button
            variant="primary"
            className="justify-self-start"
            pending={isPreparing || transaction.isBusy}
            disabled={isWrongChain}
            onClick={() => void claim()}
          >
            Claim {formatUnitsFull(claimable)}
          </Button>
          <p className="text-sm text-muted">
            One transaction for all positions and networks. You pay its gas;{' '}
            {isOwn ? (
              'the dollars come to this account.'
            ) : (
              <>
                the dollars go to <span className="figures">{shortHex(account)}</span>, not to you.
              </>
            )}
          </p>
        </>
      ) : (
        state.step === 'idle' && (
          <p className="text-sm text-muted">
            Nothing to claim now. What accrues is published when its epoch has ended in final blocks.
          </p>
        )
      )}
      {error && <ErrorNote error={error}>Nothing was sent.</ErrorNote>}
      <TransactionStatus
        state={state}
        done={
          asked ? (
            <>
              {formatUnitsFull(asked.amount)} {isOwn ? 'came to you' : 'was paid'}.
              {asked.left > 0 && ` ${asked.left} more did not fit and can be claimed next.`}
            </>
          ) : (
            'The rewards are paid.'
          )
        }
      />
    </div>
  )
}
