'use client'

import type { Address } from 'viem'
import { Button } from '@/components/ui'
import type { WalletRuntime } from '@/lib/chain/client/wallet-runtime'
import { shortHex } from '@/lib/core/format'
import { AccountPanel } from './account-panel'
import { useDisclosure } from './use-disclosure'
import { WalletScope } from './wallet-scope'

/** Who is connected, and what can be done about it. */
export function AccountMenu({ runtime, account }: { runtime: WalletRuntime; account: Address }) {
  const { ref, isOpen, toggle, close } = useDisclosure<HTMLDivElement>()
  return (
    <div ref={ref} className="relative">
      <Button
        size="sm"
        className="figures min-w-32"
        onClick={toggle}
        aria-expanded={isOpen}
        aria-label={`Account ${account}`}
      >
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
