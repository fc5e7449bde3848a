'use client'

import { useConnection } from 'wagmi'
import { Button } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useTransaction } from '@/components/wallet/use-transaction'
import { useIsWrongChain, WrongChain } from '@/components/wallet/wrong-chain'
import { shortHex } from '@/lib/core/format'
import type { RegistrationView } from './registration-view'

/** The one transaction of a registration. Anyone may send it; the position goes to its owner. */
export function MintPosition({
  id,
  owner,
  call,
}: Pick<RegistrationView, 'id' | 'owner'> & { call: NonNullable<RegistrationView['call']> }) {
  const { address } = useConnection()
  const mint = useTransaction(`mint:${id}`)
  const isWrongChain = useIsWrongChain()
  const isOther = address !== undefined && address.toLowerCase() !== owner.toLowerCase()
  return (
    <div className="grid gap-3">
      <p>
        Your wallet will ask to call <span className="figures">register</span>. It mints the position to{' '}
        <span className="figures" title={owner}>
          {shortHex(owner)}
        </span>{' '}
        and costs only gas.
      </p>
      {isOther && (
        <p className="text-sm text-muted">
          The connected account is another one. It may send this and pay the gas; the position still goes to
          the owner.
        </p>
      )}
      <WrongChain className="border-l-2 border-signal bg-signal-wash px-4 py-3" />
      <TransactionStatus state={mint.state} done="Waiting for the public record to read that block…" />
      {mint.state.step !== 'mined' && (
        <div>
          <Button
            variant="primary"
            pending={mint.isBusy}
            disabled={isWrongChain}
            onClick={() => void mint.send(call)}
          >
            Mint the position
          </Button>
        </div>
      )}
    </div>
  )
}
