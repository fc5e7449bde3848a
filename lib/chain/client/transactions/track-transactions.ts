import type { Address } from 'viem'
import type { ChainClient } from '@/lib/chain/public-client'
import type { PublicChain } from '../public-chain'
import type { WalletConfig } from '../wallet-config'
import { followBundle, isUnknownBundle } from './follow-bundle'
import { followTransaction } from './follow-transaction'
import { type TransactionBook, transactionBook } from './transaction-book'
import type { TransactionRecord } from './transaction-record'
import { isSettled, type Outcome } from './transaction-state'

const LOOK_EVERY_MS = 700
/** what is mined and not yet final is looked at less often */
const DEEPEN_EVERY_MS = 3_000
/** a question the wallet never answered is given up */
const UNANSWERED_MS = 10 * 60_000

type Chain = { client: ChainClient; chain: PublicChain; config: WalletConfig }

/**
 * Follows everything an account has sent until it is final, writing what it finds into the book. A node or a wallet
 * that is away is only waited for. Each tab follows by itself; they come to the same.
 *
 * @returns what ends it
 */
export function trackTransactions(runtime: Chain, account: Address): () => void {
  const book = transactionBook(runtime.chain.chainId, account)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLooking = false
  let isOver = false

  async function look() {
    if (isLooking || isOver) return
    isLooking = true
    clearTimeout(timer)
    try {
      await lookAtAll(runtime, book)
    } catch {
      // a node that is away: the next look may find it
    }
    isLooking = false
    const open = book.all().filter(({ isFinal }) => !isFinal)
    if (isOver || open.length === 0) return
    const isWaiting = open.some(({ outcome }) => !isSettled(outcome))
    timer = setTimeout(look, isWaiting ? LOOK_EVERY_MS : DEEPEN_EVERY_MS)
  }

  const stop = book.subscribe(() => {
    if (!isLooking && book.all().some((it) => !it.isFinal && !isSettled(it.outcome))) void look()
  })
  void look()
  return () => {
    isOver = true
    clearTimeout(timer)
    stop()
  }
}

async function lookAtAll(runtime: Chain, book: TransactionBook) {
  const open = book.all().filter(({ isFinal }) => !isFinal)
  if (open.length === 0) return
  const head = Number(await runtime.client.getBlockNumber({ cacheTime: 0 }))
  for (const record of open) {
    const outcome = await lookAt(runtime, record).catch(() => undefined)
    // another tab, or the person, may have changed it meanwhile
    if (!outcome || book.find(record.key)?.sentAt !== record.sentAt) continue
    if (outcome === 'given up') {
      book.remove(record.key)
      continue
    }
    const isFinal = isFinalAt(outcome, head, runtime.chain.finalityDepth)
    if (isFinal || JSON.stringify(outcome) !== JSON.stringify(record.outcome))
      book.change(record.key, {
        outcome,
        isFinal,
        // what has come out otherwise than before is news again
        ...(!isSettled(outcome) && { isTold: false }),
        ...('hash' in outcome && outcome.hash && !record.hash && { hash: outcome.hash }),
      })
  }
}

async function lookAt({ client, config }: Chain, record: TransactionRecord): Promise<Outcome | 'given up'> {
  const { bundle, hash, outcome } = record
  const seen =
    bundle && !hash
      ? await followBundle(config, bundle).catch((error: unknown) => lostBundle(outcome, error))
      : await followTransaction(client, record)
  const isOld = Date.now() - record.sentAt > UNANSWERED_MS
  return seen.step === 'unanswered' && outcome.step === 'unanswered' && isOld ? 'given up' : seen
}

/** The wallet knows nothing of a bundle: it has not answered yet, or it has lost what it took. */
function lostBundle(outcome: Outcome, error: unknown): Outcome {
  if (!isUnknownBundle(error)) throw error
  if (outcome.step === 'unanswered') return outcome
  const since = 'unknownSince' in outcome ? outcome.unknownSince : undefined
  return { step: 'sent', unknownSince: since ?? Date.now() }
}

function isFinalAt(outcome: Outcome, head: number, depth: number): boolean {
  if (!isSettled(outcome)) return false
  const block = 'blockNumber' in outcome ? outcome.blockNumber : undefined
  return block === undefined || head - block >= depth
}
