'use client'

import { useRef, useState } from 'react'
import { useConnection } from 'wagmi'
import { Button, ErrorNote } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { unreachable } from '@/components/wallet/unreachable'
import { useSignIn } from '@/components/wallet/use-sign-in'
import { useTransaction } from '@/components/wallet/use-transaction'
import { useIsWrongChain, WrongChain } from '@/components/wallet/wrong-chain'
import type { Failure } from '@/lib/core/errors'
import { formatCount, shortHex } from '@/lib/core/format'
import { nextMint } from '@/lib/server/registrations/batches/actions'

/** Mints proven rows, transaction after transaction, until none is left, the wallet refuses or the person stops it. */
export function MintMany({
  id,
  owner,
  proven,
  atOnce,
}: {
  id: string
  owner: string
  proven: number
  atOnce: number
}) {
  const { address } = useConnection()
  const session = useSignIn()
  const mint = useTransaction(`mint-many:${id}`)
  const isWrongChain = useIsWrongChain()
  const [isRunning, setRunning] = useState(false)
  const [left, setLeft] = useState<number>()
  const [leftOut, setLeftOut] = useState(0)
  const [failure, setFailure] = useState<Failure>()
  const isStopped = useRef(false)
  const isOther = address !== undefined && address.toLowerCase() !== owner.toLowerCase()
  const waiting = left ?? proven
  const asks = Math.ceil(waiting / atOnce)

  async function run() {
    if (isRunning) return
    isStopped.current = false
    setFailure(undefined)
    setRunning(true)
    try {
      if (!session.isSignedIn && !(await session.signIn())) return
      // whoever asks anew tries what was left out before
      for (let again = true; !isStopped.current; again = false) {
        const next = await nextMint({ id, again }).catch(unreachable)
        if (!next.ok) {
          if (next.error.details?.reason === 'signed_out') session.forget()
          return setFailure(next.error)
        }
        setLeft(next.value.left)
        setLeftOut(next.value.leftOut)
        const { call, lines } = next.value
        if (!call) return
        const ended = await mint.send({ ...call, sentence: `Mints ${lines.length} positions` })
        if (ended?.step !== 'mined') return
        setLeft(next.value.left - lines.length)
      }
    } finally {
      setRunning(false)
    }
  }

  if (isOther)
    return (
      <p className="text-sm text-muted">
        The file was given by <span className="figures">{shortHex(owner)}</span>; connect that account to mint
        its positions.
      </p>
    )
  return (
    <div className="grid gap-3">
      {waiting > 0 && (
        <p className="text-sm">
          <span className="figures">{formatCount(waiting)}</span> {waiting === 1 ? 'position' : 'positions'}{' '}
          in <span className="figures">{asks}</span> {asks === 1 ? 'transaction' : 'transactions'}: your
          wallet asks {asks === 1 ? 'once' : `${asks} times`}, for{' '}
          <span className="figures">registerMany</span>. A position takes about 213,000 gas. Stopping in
          between loses nothing.
        </p>
      )}
      <WrongChain className="border-l-2 border-signal bg-signal-wash px-4 py-3" />
      {(failure ?? session.error) && (
        <ErrorNote error={failure ?? session.error ?? { message: '' }}>
          What is minted stays minted; going on takes up where this stopped.
        </ErrorNote>
      )}
      {leftOut > 0 && (
        <ErrorNote
          error={{
            message:
              leftOut === 1
                ? 'The chain would refuse one position.'
                : `The chain would refuse ${formatCount(leftOut)} positions.`,
          }}
          action={
            waiting === 0 && (
              <Button pending={isRunning} onClick={() => void run()}>
                Try again
              </Button>
            )
          }
        >
          Each row says why below; no gas is spent on it.
        </ErrorNote>
      )}
      <TransactionStatus
        state={mint.state}
        done={waiting === 0 && 'The public record is reading these blocks…'}
      />
      {waiting > 0 && (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            pending={isRunning || mint.isBusy}
            disabled={isWrongChain}
            onClick={() => void run()}
          >
            {isRunning || mint.isBusy ? 'Minting' : `Mint ${formatCount(waiting)} positions`}
          </Button>
          {isRunning && (
            <Button
              onClick={() => {
                isStopped.current = true
              }}
            >
              Stop after this one
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
