'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { WagmiContext } from 'wagmi'
import type { WalletRuntime } from '@/lib/chain/client/wallet-runtime'
import { RuntimeContext } from './runtime-context'

/** Gives wagmi's hooks their configuration. Part of the lazily loaded wallet code: import it from nothing eager. */
export function WalletScope({ runtime, children }: { runtime: WalletRuntime; children: ReactNode }) {
  return (
    <RuntimeContext value={runtime}>
      <WagmiContext.Provider value={runtime.config}>
        <QueryClientProvider client={runtime.queryClient}>{children}</QueryClientProvider>
      </WagmiContext.Provider>
    </RuntimeContext>
  )
}
