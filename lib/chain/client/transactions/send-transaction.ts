import type { Address, Hex } from 'viem'
import { sendTransaction as send } from 'wagmi/actions'
import type { ChainClient } from '@/lib/chain/public-client'
import { isRefusal, walletErrorSentence } from '../wallet-errors'
import type { WalletRuntime } from '../wallet-runtime'
import { once } from './once'
import { pendingTransactions } from './pending-transactions'
import type { TransactionState } from './transaction-state'

/** One call a person wants made. */
export type TransactionRequest = {
  /** the intention, e.g. “buy:12”: never two at once */
  key: string
  from: Address
  to: Address
  data: Hex
}

/**
 * Tries the call out, opens the wallet, and remembers what it sent. Every way it can go is a state; it never throws.
 * A call that would revert is refused before the wallet opens, with the reason in words.
 *
 * @param onState told each step on the way
 * @returns the last state: `sent`, `refused` or `failed`; undefined when the same is under way in another tab
 */
export async function sendTransaction(
  { config, chain, client }: Pick<WalletRuntime, 'config' | 'chain' | 'client'>,
  request: TransactionRequest,
  onState: (state: TransactionState) => void,
): Promise<TransactionState | undefined> {
  const { key, from, to, data } = request
  const pending = pendingTransactions(chain.chainId, from)
  const report = (state: TransactionState) => {
    onState(state)
    return state
  }
  return once(`${chain.chainId}.${from}.${key}`, async () => {
    const already = pending.find(key)
    if (already) return report({ step: 'sent', hash: already.hash })
    try {
      report({ step: 'checking' })
      const [gas, nonce, head] = await Promise.all([
        client.estimateGas({ account: from, to, data }),
        client.getTransactionCount({ address: from, blockTag: 'pending' }),
        client.getBlockNumber({ cacheTime: 0 }),
      ])
      report({ step: 'asking' })
      // a fifth more than it took a moment ago: storage that others touch may cost more by the time it is mined
      const hash = await send(config, {
        account: from,
        to,
        data,
        gas: (gas * 6n) / 5n,
        chainId: chain.chainId,
      })
      const chosen = await nonceOf(client, hash).catch(() => undefined)
      pending.put({ key, hash, from, to, data, nonce: chosen ?? nonce, sentAtBlock: Number(head) })
      return report({ step: 'sent', hash })
    } catch (error) {
      return report(
        isRefusal(error) ? { step: 'refused' } : { step: 'failed', reason: walletErrorSentence(error) },
      )
    }
  })
}

/** A wallet may have taken another nonce than we counted. */
async function nonceOf(client: ChainClient, hash: Hex): Promise<number> {
  return (await client.getTransaction({ hash })).nonce
}
