import {
  type Hex,
  TransactionNotFoundError,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from 'viem'
import type { ChainClient } from '@/lib/chain/public-client'
import { findByNonce } from './find-by-nonce'
import { revertReason } from './revert-reason'
import type { TransactionRecord } from './transaction-record'
import type { Outcome } from './transaction-state'

export type FollowClient = Pick<
  ChainClient,
  'getTransaction' | 'getTransactionReceipt' | 'getTransactionCount' | 'getBlockNumber' | 'getBlock' | 'call'
>

const LOOKS = 4
const LOOK_MS = 400

/** What following needs to know of it. */
export type Followed = Pick<
  TransactionRecord,
  'hash' | 'sender' | 'to' | 'data' | 'nonce' | 'sentAtBlock' | 'outcome'
>

/**
 * One look at the chain for what a wallet was asked to send. A transaction of the same nonce under another hash is the
 * same one sped up when it calls the same thing, else a replacement. What was mined and has no receipt any more was
 * reorganised away, until it is mined again.
 *
 * @param now ms since 1970
 */
export async function followTransaction(
  client: FollowClient,
  followed: Followed,
  now = Date.now(),
): Promise<Outcome> {
  const { outcome, hash } = followed
  const before = 'hash' in outcome ? outcome.hash : undefined
  for (const known of new Set([before, hash])) {
    const receipt = known && (await receiptOf(client, known))
    if (receipt) return settled(client, followed, receipt)
  }
  const taken = await takenBy(client, followed)
  if (taken) return taken

  const unknown = before ?? hash
  const isKnown = unknown === undefined || (await isInNode(client, unknown))
  const unknownSince = isKnown
    ? {}
    : { unknownSince: ('unknownSince' in outcome && outcome.unknownSince) || now }
  if ((outcome.step === 'mined' || outcome.step === 'reorganised') && before)
    return { step: 'reorganised', hash: before, blockNumber: outcome.blockNumber, ...unknownSince }
  if (hash) return { step: 'sent', hash, ...unknownSince }
  return (await isNoncePending(client, followed)) ? { step: 'sent' } : { step: 'unanswered' }
}

/** What was mined under the same nonce, if anything was. */
async function takenBy(client: FollowClient, followed: Followed): Promise<Outcome | undefined> {
  const { nonce, sender, sentAtBlock, to, data } = followed
  if (nonce === undefined) return undefined
  const head = Number(await client.getBlockNumber({ cacheTime: 0 }))
  const first = Math.min(sentAtBlock, head)
  const taken = await findByNonce(client, { from: sender, nonce }, { first, head })
  if (!taken) return undefined
  const mine = followed.hash ?? ('hash' in followed.outcome ? followed.outcome.hash : undefined)
  if (taken === 'forgotten')
    return mine && (await isGone(client, mine)) ? { step: 'replaced', hash: mine } : undefined
  const receipt = await receiptOf(client, taken.hash)
  if (!receipt) return undefined
  const isSame = taken.to?.toLowerCase() === to.toLowerCase() && taken.input === data
  if (isSame) return settled(client, followed, receipt)
  return mine && (await isGone(client, mine))
    ? { step: 'replaced', hash: mine, by: taken.hash, blockNumber: Number(receipt.blockNumber) }
    : undefined
}

async function settled(
  client: FollowClient,
  { outcome, hash, sender, to, data }: Followed,
  receipt: TransactionReceipt,
): Promise<Outcome> {
  const blockNumber = Number(receipt.blockNumber)
  const mined = receipt.transactionHash
  const wasElsewhere =
    outcome.step === 'reorganised' ||
    (outcome.step === 'mined' && (outcome.blockNumber !== blockNumber || outcome.again))
  if (receipt.status === 'success')
    return {
      step: 'mined',
      hash: mined,
      blockNumber,
      spedUp: hash !== undefined && hash !== mined,
      ...(wasElsewhere && { again: true }),
    }
  if (outcome.step === 'failed' && outcome.hash === mined && outcome.blockNumber === blockNumber)
    return outcome
  const reason = await whyReverted(client, { sender, to, data }, receipt)
  return { step: 'failed', hash: mined, blockNumber, reason }
}

/**
 * A receipt does not say why: the call is made again on the block before, and where that lets it pass on its own block,
 * whose other transactions came in between.
 */
async function whyReverted(
  client: FollowClient,
  { sender, to, data }: Pick<Followed, 'sender' | 'to' | 'data'>,
  { blockNumber: own }: TransactionReceipt,
) {
  for (const blockNumber of [own - 1n, own])
    try {
      await client.call({ account: sender, to, data, blockNumber })
    } catch (error) {
      return revertReason(error)
    }
  return 'The chain had changed by the time it was mined. Nothing moved, except the gas.'
}

/** Whether something of this nonce waits in the node's pool. */
async function isNoncePending(client: FollowClient, { sender, nonce }: Followed): Promise<boolean> {
  if (nonce === undefined) return false
  return (await client.getTransactionCount({ address: sender, blockTag: 'pending' })) > nonce
}

/**
 * Whether the node has let go of a transaction. What it still holds was not replaced: the nonce that was counted is not
 * the one the wallet took. It is asked a few times, since for a moment a transaction is neither in the pool any more nor
 * in a block yet.
 */
async function isGone(client: FollowClient, hash: Hex): Promise<boolean> {
  for (let look = 0; look < LOOKS; look++) {
    if (look > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    if (await isInNode(client, hash)) return false
  }
  return true
}

async function isInNode(client: FollowClient, hash: Hex): Promise<boolean> {
  try {
    await client.getTransaction({ hash })
    return true
  } catch (error) {
    if (error instanceof TransactionNotFoundError) return false
    throw error
  }
}

async function receiptOf(client: FollowClient, hash: Hex): Promise<TransactionReceipt | undefined> {
  try {
    return await client.getTransactionReceipt({ hash })
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return undefined
    throw error
  }
}
