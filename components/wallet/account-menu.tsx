'use client'

import type { Address } from 'viem'
import { Button } from '@/components/ui'
import { isBusy } from '@/lib/chain/client/transactions/transaction-state'
import type { WalletRuntime } from '@/lib/chain/client/wallet-runtime'
import { shortHex } from '@/lib/core/format'
import { AccountPanel } from './account-panel'
import { useBook } from './use-book'
import { useDisclosure } from './use-disclosure'
import { WalletScope } from './wallet-scope'

/** Who is connected, and what can be done about it. */
export function AccountMenu({ runtime, account }: { runtime: WalletRuntime; account: Address }) {
  const { ref, isOpen, toggle, close } = useDisclosure<HTMLDivElement>()
  const { records } = useBook(runtime.chain.chainId, account)
  const waiting = records.filter(({ outcome }) => isBusy(outcome)).length
  return (
    <div ref={ref} className="relative">
      <Button
        size="sm"
        className="figures min-w-32"
        onClick={toggle}
        aria-expanded={isOpen}
        aria-label={`Account ${account}`}
        title={waiting > 0 ? `${waiting} waiting for a block` : undefined}
      >
        {waiting > 0 && (
          <span
            aria-hidden
            className="size-2 animate-pulse rounded-full bg-signal motion-reduce:animate-none"
          />
        )}
        {shortHex(account)}
        <svg aria-hidden viewBox="0 0 10 6" className="w-2 fill-none stroke-current">
          <path d="m1 1 4 4 4-4" strokeWidth="1.4" />
        </svg>
      </Button>
      {isOpen && (
        <div className="absolute top-full right-0 z-40 mt-1.5 w-80 max-w-[calc(100vw-2rem)] rounded border border-control bg-raised">
          <WalletScope runtime={runtime}>
            <AccountPanel account={account} onDone={close} />
          </WalletScope>
        </div>
      )}
    </div>
  )
}
