import { type Hex, type TransactionReceipt, TransactionReceiptNotFoundError } from 'viem'
import type { ChainClient } from '@/lib/chain/public-client'
import { findByNonce } from './find-by-nonce'
import type { PendingTransaction } from './pending-transactions'
import { revertReason } from './revert-reason'
import type { TransactionState } from './transaction-state'

export type FollowClient = Pick<
  ChainClient,
  'getTransactionReceipt' | 'getTransactionCount' | 'getBlockNumber' | 'getBlock' | 'call'
>

/**
 * One look at the chain for a transaction that was sent: still `sent`, or how it ended. A receipt under another hash
 * with the same nonce is the same transaction sped up when it calls the same thing, else a replacement.
 */
export async function followTransaction(
  client: FollowClient,
  pending: PendingTransaction,
): Promise<TransactionState> {
  const receipt = await receiptOf(client, pending.hash)
  if (receipt) return settled(client, pending, receipt, false)

  const head = Number(await client.getBlockNumber({ cacheTime: 0 }))
  const mined = await findByNonce(client, pending, { first: Math.min(pending.sentAtBlock, head), head })
  if (!mined) return { step: 'sent', hash: pending.hash }
  const its = await receiptOf(client, mined.hash)
  if (!its) return { step: 'sent', hash: pending.hash }
  const isSame = mined.to?.toLowerCase() === pending.to.toLowerCase() && mined.input === pending.data
  return isSame
    ? settled(client, { ...pending, hash: mined.hash }, its, mined.hash !== pending.hash)
    : { step: 'replaced', hash: pending.hash, by: mined.hash }
}

async function settled(
  client: FollowClient,
  pending: PendingTransaction,
  receipt: TransactionReceipt,
  spedUp: boolean,
): Promise<TransactionState> {
  if (receipt.status === 'success')
    return { step: 'mined', hash: pending.hash, blockNumber: Number(receipt.blockNumber), spedUp }
  return { step: 'failed', hash: pending.hash, reason: await whyReverted(client, pending, receipt) }
}

/** A receipt does not say why: the call is made again on the block before. */
async function whyReverted(
  client: FollowClient,
  { from, to, data }: PendingTransaction,
  receipt: TransactionReceipt,
) {
  try {
    await client.call({ account: from, to, data, blockNumber: receipt.blockNumber - 1n })
  } catch (error) {
    return revertReason(error)
  }
  return 'The chain had changed by the time it was mined. Nothing moved, except the gas.'
}

async function receiptOf(client: FollowClient, hash: Hex): Promise<TransactionReceipt | undefined> {
  try {
    return await client.getTransactionReceipt({ hash })
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return undefined
    throw error
  }
}
