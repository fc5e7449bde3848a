'use client'

import { createContext, useContext } from 'react'
import type { WalletRuntime } from '@/lib/chain/client/wallet-runtime'

export const RuntimeContext = createContext<WalletRuntime | undefined>(undefined)

/** The running wallet. @throws Error outside a `WalletScope` */
export function useRuntime(): WalletRuntime {
  const runtime = useContext(RuntimeContext)
  if (!runtime) throw new Error('useRuntime stands outside a WalletScope')
  return runtime
}
