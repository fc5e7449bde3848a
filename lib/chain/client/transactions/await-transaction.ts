import type { Address } from 'viem'
import type { WalletRuntime } from '../wallet-runtime'
import { followTransaction } from './follow-transaction'
import { pendingTransactions } from './pending-transactions'
import type { TransactionState } from './transaction-state'

const LOOK_EVERY_MS = 700

/**
 * Follows what was sent until it is settled, then forgets it. A node that is away is only waited for.
 *
 * @param onState told each state
 * @param signal ends the waiting, not the transaction
 * @returns how it ended; undefined when the waiting was ended or there is nothing to wait for
 */
export async function awaitTransaction(
  { client, chain }: Pick<WalletRuntime, 'client' | 'chain'>,
  { key, from }: { key: string; from: Address },
  onState: (state: TransactionState) => void,
  signal: AbortSignal,
): Promise<TransactionState | undefined> {
  const pending = pendingTransactions(chain.chainId, from)
  // read once: another tab that follows it too may forget it first
  const sent = pending.find(key)
  if (!sent) return undefined
  onState({ step: 'sent', hash: sent.hash })
  while (!signal.aborted) {
    const state = await followTransaction(client, sent).catch(() => undefined)
    if (signal.aborted) return undefined
    if (state && state.step !== 'sent') {
      if (pending.find(key)?.hash === sent.hash) pending.remove(key)
      onState(state)
      return state
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  return undefined
}
