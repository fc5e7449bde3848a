import type { Hex } from 'viem'

/** What became of something that a wallet was asked to send; kept over reloads, the same in every tab. */
export type Outcome =
  /** the wallet was opened, and the page was reloaded, or belongs to another tab, before it answered */
  | { step: 'unanswered' }
  /** `hash` is missing while a wallet has not told it (a bundle of calls); `unknownSince`: ms, the node knows nothing of it */
  | { step: 'sent'; hash?: Hex; unknownSince?: number }
  /** done, on chain; `hash` is the one that was mined, which may be a sped-up one; `again`: after a reorganisation */
  | { step: 'mined'; hash: Hex; blockNumber: number; spedUp: boolean; again?: boolean }
  /** it was mined in this block, and the chain has undone the block; `unknownSince` as above */
  | { step: 'reorganised'; hash: Hex; blockNumber: number; unknownSince?: number }
  /** something else took its place in the wallet: cancelled or another transaction; `by` unless the node has forgotten */
  | { step: 'replaced'; hash: Hex; by?: Hex; blockNumber?: number }
  /** it did not succeed; `hash` when it was mined and reverted */
  | { step: 'failed'; reason: string; hash?: Hex; blockNumber?: number }

/** Where a transaction stands, from the person's side. */
export type TransactionState =
  | { step: 'idle' }
  /** being tried out against the chain, before the wallet opens */
  | { step: 'checking' }
  /** the wallet is open and asks */
  | { step: 'asking' }
  /** the same is being asked by another tab at this moment */
  | { step: 'elsewhere' }
  /** the person said no; nothing was sent */
  | { step: 'refused' }
  | Outcome

/** While one of these is so, the same thing must not be asked for again. */
export function isBusy({ step }: TransactionState): boolean {
  return step === 'checking' || step === 'asking' || step === 'sent' || step === 'reorganised'
}

/** Whether it has come out, one way or the other; only a reorganisation can still change it. */
export function isSettled({ step }: TransactionState): boolean {
  return step === 'mined' || step === 'replaced' || step === 'failed'
}
