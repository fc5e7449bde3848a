import type { Hex } from 'viem'

/** Where a transaction stands, from the person's side. */
export type TransactionState =
  | { step: 'idle' }
  /** being tried out against the chain, before the wallet opens */
  | { step: 'checking' }
  /** the wallet is open and asks */
  | { step: 'asking' }
  /** the person said no; nothing was sent */
  | { step: 'refused' }
  | { step: 'sent'; hash: Hex }
  /** done, on chain; `hash` is the one that was mined, which may be a sped-up one */
  | { step: 'mined'; hash: Hex; blockNumber: number; spedUp: boolean }
  /** something else took its place in the wallet: cancelled or another transaction */
  | { step: 'replaced'; hash: Hex; by: Hex }
  /** it cannot be, or did not, succeed; `hash` when it was mined and reverted */
  | { step: 'failed'; reason: string; hash?: Hex }

/** While one of these is so, the same thing must not be asked for again. */
export function isBusy({ step }: TransactionState): boolean {
  return step === 'checking' || step === 'asking' || step === 'sent'
}
