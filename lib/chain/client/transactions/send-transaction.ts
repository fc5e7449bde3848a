import type { Address, Hex } from 'viem'
import { sendTransaction as send } from 'wagmi/actions'
import type { ChainClient } from '@/lib/chain/public-client'
import { isRefusal, walletErrorSentence } from '../wallet-errors'
import type { WalletRuntime } from '../wallet-runtime'
import { once } from './once'
import { transactionBook } from './transaction-book'
import type { TransactionRecord } from './transaction-record'
import { isBusy, type TransactionState } from './transaction-state'

/** One call a person wants made. */
export type TransactionRequest = {
  /** the intention, e.g. “buy:12”: never two at once */
  key: string
  from: Address
  to: Address
  data: Hex
  /** what it does, in words */
  title: string
}

/**
 * Tries the call out, opens the wallet, and remembers what it sent. Every way it can go is a state; it never throws.
 * A call that would revert is refused before the wallet opens, with the reason in words. That the wallet was opened is
 * written down first, so that a page that is reloaded before the answer finds the transaction by its nonce.
 *
 * @param onState told each step on the way
 * @returns the last state: `sent`, `refused`, `failed`, or `elsewhere` when another tab is asking the same
 */
export async function sendTransaction(
  { config, chain, client }: Pick<WalletRuntime, 'config' | 'chain' | 'client'>,
  request: TransactionRequest,
  onState: (state: TransactionState) => void,
): Promise<TransactionState> {
  const { key, from, to, data, title } = request
  const book = transactionBook(chain.chainId, from)
  const report = (state: TransactionState) => {
    onState(state)
    return state
  }
  const last = await once(`${chain.chainId}.${from}.${key}`, async () => {
    const already = book.find(key)
    if (already && isBusy(already.outcome)) return report(already.outcome)
    try {
      report({ step: 'checking' })
      const [gas, nonce, head] = await Promise.all([
        client.estimateGas({ account: from, to, data }),
        client.getTransactionCount({ address: from, blockTag: 'pending' }),
        client.getBlockNumber({ cacheTime: 0 }),
      ])
      report({ step: 'asking' })
      const asked: TransactionRecord = {
        key,
        title,
        path: globalThis.location?.pathname ?? '/',
        sender: from,
        to,
        data,
        nonce,
        sentAt: Date.now(),
        sentAtBlock: Number(head),
        outcome: { step: 'unanswered' },
        isTold: false,
        isFinal: false,
      }
      book.put(asked)
      // a fifth more than it took a moment ago: storage that others touch may cost more by the time it is mined
      const hash = await send(config, {
        account: from,
        to,
        data,
        gas: (gas * 6n) / 5n,
        chainId: chain.chainId,
      })
      const outer = await outerOf(client, hash).catch(() => undefined)
      book.put({ ...asked, ...outer, hash, outcome: { step: 'sent', hash } })
      return report({ step: 'sent', hash })
    } catch (error) {
      if (book.find(key)?.outcome.step === 'unanswered') book.remove(key)
      if (isRefusal(error)) return report({ step: 'refused' })
      // wallets seldom pass on why the chain refuses: asked again, it says so itself
      const reason = await client.estimateGas({ account: from, to, data }).then(
        () => error,
        (told: unknown) => told,
      )
      return report({ step: 'failed', reason: walletErrorSentence(reason) })
    }
  })
  return last ?? report({ step: 'elsewhere' })
}

/** A wallet may have taken another nonce than we counted; a contract wallet’s call travels in another’s transaction. */
async function outerOf(client: ChainClient, hash: Hex) {
  const { from, to, input, nonce } = await client.getTransaction({ hash })
  return { sender: from, to: to ?? from, data: input, nonce }
}
