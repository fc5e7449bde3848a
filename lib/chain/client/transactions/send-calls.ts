import type { Address, Hex } from 'viem'
import { sendCalls as send } from 'wagmi/actions'
import { cannotBundle, isRefusal, walletErrorSentence } from '../wallet-errors'
import type { WalletRuntime } from '../wallet-runtime'
import { once } from './once'
import { transactionBook } from './transaction-book'
import type { TransactionState } from './transaction-state'
import { isBusy } from './transaction-state'

/** Several calls a person wants made together or not at all. */
export type CallsRequest = {
  /** the intention, e.g. “buy:12”: never two at once */
  key: string
  from: Address
  calls: readonly { to: Address; data: Hex }[]
  /** what they do together, in words */
  title: string
}

/**
 * Asks a wallet to make calls in one step, all or none (EIP-5792, `atomicRequired`). The bundle's id is ours and is
 * written down before the wallet opens, so that a reload in the middle loses nothing. Never throws.
 *
 * @param onState told each step on the way
 * @returns the last state: `sent`, `refused`, `failed`, or `elsewhere` when another tab is asking the same
 */
export async function sendCalls(
  { config, chain, client }: Pick<WalletRuntime, 'config' | 'chain' | 'client'>,
  { key, from, calls, title }: CallsRequest,
  onState: (state: TransactionState) => void,
): Promise<TransactionState> {
  const book = transactionBook(chain.chainId, from)
  const report = (state: TransactionState) => {
    onState(state)
    return state
  }
  const last = await once(`${chain.chainId}.${from}.${key}`, async () => {
    const already = book.find(key)
    if (already && isBusy(already.outcome)) return report(already.outcome)
    const end = calls.at(-1)
    if (!end) throw new RangeError('a bundle has at least one call')
    try {
      report({ step: 'checking' })
      const head = await client.getBlockNumber({ cacheTime: 0 })
      report({ step: 'asking' })
      book.put({
        key,
        title,
        path: globalThis.location?.pathname ?? '/',
        bundle: newBundleId(),
        sender: from,
        to: end.to,
        data: end.data,
        sentAt: Date.now(),
        sentAtBlock: Number(head),
        outcome: { step: 'unanswered' },
        isTold: false,
        isFinal: false,
      })
      const id = book.find(key)?.bundle
      const answer = await send(config, {
        account: from,
        calls: calls.map(({ to, data }) => ({ to, data })),
        chainId: chain.chainId,
        forceAtomic: true,
        ...(id && { id }),
      })
      // a wallet that does not take our id has one of its own
      book.change(key, { bundle: answer.id, outcome: { step: 'sent' } })
      return report({ step: 'sent' })
    } catch (error) {
      if (book.find(key)?.outcome.step === 'unanswered') book.remove(key)
      if (cannotBundle(error))
        return report({
          step: 'failed',
          reason:
            'Your wallet did not make these calls in one step. Press once more to make them one by one.',
        })
      return report(
        isRefusal(error) ? { step: 'refused' } : { step: 'failed', reason: walletErrorSentence(error) },
      )
    }
  })
  return last ?? report({ step: 'elsewhere' })
}

/** 32 random bytes, as wallets make them. */
function newBundleId(): Hex {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
