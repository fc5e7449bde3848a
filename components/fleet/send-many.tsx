'use client'

import { useRef, useState } from 'react'
import { useConnection } from 'wagmi'
import { Button } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useAtomicCalls } from '@/components/wallet/use-atomic-calls'
import { useTransaction } from '@/components/wallet/use-transaction'
import { useIsWrongChain, WrongChain } from '@/components/wallet/wrong-chain'
import { formatCount, shortHex } from '@/lib/core/format'
import { EndingOrders } from './ending-orders'
import type { MoveUnderWay } from './move-under-way'

/** Moves in one step of a wallet that can make several calls. */
const TOGETHER = 20

/**
 * Sends moves that their devices have signed: in steps of many where the wallet can, else one transaction after another,
 * until none is left, the wallet refuses or the person stops it.
 */
export function SendMany({ moves }: { moves: readonly MoveUnderWay[] }) {
  const owner = moves[0]!.view.owner
  const { address } = useConnection()
  const isAtomic = useAtomicCalls(owner)
  const transaction = useTransaction('reassign-many')
  const isWrongChain = useIsWrongChain()
  const [isRunning, setRunning] = useState(false)
  /** by id of the move; the page hears of them a moment later */
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set())
  const isStopped = useRef(false)
  const left = moves.filter(({ view }) => !sent.has(view.id))
  const asks = isAtomic ? Math.ceil(left.length / TOGETHER) : left.length
  const isBusy = isRunning || transaction.isBusy

  async function run() {
    if (isRunning) return
    isStopped.current = false
    setRunning(true)
    try {
      const step = isAtomic ? TOGETHER : 1
      for (let at = 0; at < left.length && !isStopped.current; at += step) {
        const some = left.slice(at, at + step)
        const calls = some.flatMap(({ view, networkName }) =>
          view.call
            ? [{ ...view.call, sentence: `Moves position ${view.positionId} to ${networkName}` }]
            : [],
        )
        const [first] = calls
        if (!first) continue
        const ended = await (calls.length > 1
          ? transaction.sendTogether(
              calls.map((call) => ({ ...call, sentence: `Moves ${calls.length} positions` })),
            )
          : transaction.send(first))
        if (ended?.step !== 'mined') return
        setSent((before) => new Set([...before, ...some.map(({ view }) => view.id)]))
      }
    } finally {
      setRunning(false)
    }
  }

  if (address?.toLowerCase() !== owner.toLowerCase())
    return (
      <p className="text-sm text-muted">
        Only their owner <span className="figures">{shortHex(owner)}</span> can send them; the connected
        account is another one.
      </p>
    )
  return (
    <div className="grid gap-3">
      {left.length > 0 && (
        <>
          <p className="text-sm">
            {formatCount(left.length)} moves are signed by their devices. Your wallet asks{' '}
            {asks === 1 ? 'once for all of them' : `${formatCount(asks)} times, one after another`}, for{' '}
            <span className="figures">reassign</span>; each costs only gas. Stopping in between loses nothing.
          </p>
          <EndingOrders
            listings={left.reduce((sum, { orders }) => sum + orders.listings, 0)}
            offers={left.reduce((sum, { orders }) => sum + orders.offers, 0)}
            positions={left.length}
          />
        </>
      )}
      <WrongChain className="border-l-2 border-signal bg-signal-wash px-4 py-3" />
      <TransactionStatus
        state={transaction.state}
        done={left.length === 0 && 'Waiting for the public record to read these blocks…'}
      />
      {left.length > 0 && (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            pending={isBusy}
            disabled={isWrongChain || isAtomic === undefined}
            onClick={() => void run()}
          >
            {isBusy ? 'Sending' : `Send ${formatCount(left.length)} moves`}
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
