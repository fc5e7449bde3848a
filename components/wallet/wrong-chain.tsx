'use client'

import { useConnection, useSwitchChain } from 'wagmi'
import { Button } from '@/components/ui'
import { isRefusal, walletErrorSentence } from '@/lib/chain/client/wallet-errors'
import { useRuntime } from './runtime-context'

/** Whether the wallet stands on another chain than our contracts. */
export function useIsWrongChain(): boolean {
  const { chain } = useRuntime()
  const { chainId } = useConnection()
  return chainId !== undefined && chainId !== chain.chainId
}

/** Leads a wallet on another chain to ours; nothing while it is there. */
export function WrongChain({ className }: { className?: string }) {
  const { chain } = useRuntime()
  const { chainId } = useConnection()
  const { mutate: switchChain, isPending, error } = useSwitchChain()
  if (!useIsWrongChain()) return null
  return (
    <div role="status" className={className}>
      <p>
        Your wallet is on chain <span className="figures">{chainId}</span>. Positions live on {chain.name}{' '}
        (chain <span className="figures">{chain.chainId}</span>).
      </p>
      <p className="mt-1 text-sm text-muted">
        The wallet will ask to switch, and to add the chain if it does not know it. That moves nothing.
      </p>
      <Button
        size="sm"
        className="mt-2"
        pending={isPending}
        onClick={() => switchChain({ chainId: chain.chainId })}
      >
        Switch to {chain.name}
      </Button>
      {error && (
        <p role="alert" className="mt-2 text-sm text-loss">
          ✕ {isRefusal(error) ? 'You declined to switch.' : walletErrorSentence(error)}
        </p>
      )}
    </div>
  )
}
