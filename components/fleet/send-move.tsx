'use client'

import { useConnection } from 'wagmi'
import { Button } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useTransaction } from '@/components/wallet/use-transaction'
import { useIsWrongChain, WrongChain } from '@/components/wallet/wrong-chain'
import { shortHex } from '@/lib/core/format'
import type { ReassignmentView } from './move-under-way'

/** The one transaction of a move; only the owner can send it. */
export function SendMove({
  view,
  networkName,
  call,
}: {
  view: ReassignmentView
  networkName: string
  call: NonNullable<ReassignmentView['call']>
}) {
  const { address } = useConnection()
  const move = useTransaction(`reassign:${view.id}`)
  const isWrongChain = useIsWrongChain()
  const isOther = address?.toLowerCase() !== view.owner.toLowerCase()
  return (
    <div className="grid gap-3">
      <p>
        Your wallet will ask to call <span className="figures">reassign</span>. It puts position{' '}
        {view.positionId} on {networkName}, for good until it is moved again, and costs only gas.
      </p>
      {isOther && (
        <p className="text-sm text-muted">
          Only its owner <span className="figures">{shortHex(view.owner)}</span> can send it; the connected
          account is another one.
        </p>
      )}
      <WrongChain className="border-l-2 border-signal bg-signal-wash px-4 py-3" />
      <TransactionStatus state={move.state} done="Waiting for the public record to read that block…" />
      {move.state.step !== 'mined' && (
        <div>
          <Button
            variant="primary"
            pending={move.isBusy}
            disabled={isWrongChain || isOther}
            onClick={() =>
              void move.send({ ...call, sentence: `Moves position ${view.positionId} to ${networkName}` })
            }
          >
            Send the move
          </Button>
        </div>
      )}
    </div>
  )
}
