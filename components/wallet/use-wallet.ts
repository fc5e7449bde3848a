'use client'

import { useSyncExternalStore } from 'react'
import { type WalletSnapshot, walletStore } from './wallet-store'

/** The wallet as this page sees it; costs no wallet code. */
export function useWallet(): WalletSnapshot {
  return useSyncExternalStore(walletStore.subscribe, walletStore.get, walletStore.getOnServer)
}
