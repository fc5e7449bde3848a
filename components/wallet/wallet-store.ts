import type { Address } from 'viem'
import type { WalletRuntime } from '@/lib/chain/client/wallet-runtime'

/** What a page knows of the wallet without any wallet code of its own. */
export type WalletSnapshot = {
  /** off: no wallet code loaded; starting: on its way; on: ready; unreachable: our server did not answer */
  phase: 'off' | 'starting' | 'on' | 'unreachable'
  runtime?: WalletRuntime
  /** the connected account; while starting, the one that was connected before */
  account?: Address
  isConnectOpen: boolean
}

const REMEMBERED = 'hotswap.account'
const off: WalletSnapshot = { phase: 'off', isConnectOpen: false }

let snapshot = off
let starting: Promise<void> | undefined
const listeners = new Set<() => void>()

function set(change: Partial<WalletSnapshot>) {
  snapshot = { ...snapshot, ...change }
  for (const listener of listeners) listener()
}

/** The one wallet of this browser tab, fit for `useSyncExternalStore`. */
export const walletStore = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  get: () => snapshot,
  getOnServer: () => off,

  /** Loads the wallet code and connects what was connected before. Once, however often it is called. */
  start(): Promise<void> {
    starting ??= start()
    return starting
  },
  /** Loads the wallet code only if this browser had a wallet connected when it was last here. */
  resume() {
    if (remembered() && snapshot.phase === 'off') void walletStore.start()
  },
  openConnect() {
    set({ isConnectOpen: true })
    void walletStore.start()
  },
  closeConnect: () => set({ isConnectOpen: false }),
}

async function start() {
  const before = remembered()
  set({ phase: 'starting', ...(before && { account: before }) })
  try {
    const { startWallet } = await import('@/lib/chain/client/wallet-runtime')
    const runtime = await startWallet((account) => {
      remember(account)
      set({ account })
    })
    set({ phase: 'on', runtime })
  } catch {
    starting = undefined
    set({ phase: 'unreachable' })
  }
}

function remembered(): Address | undefined {
  try {
    return (localStorage.getItem(REMEMBERED) as Address | null) ?? undefined
  } catch {
    return undefined
  }
}

function remember(account: Address | undefined) {
  try {
    if (account) localStorage.setItem(REMEMBERED, account)
    else localStorage.removeItem(REMEMBERED)
  } catch {
    // a browser that forbids storage connects anew on each visit
  }
}
