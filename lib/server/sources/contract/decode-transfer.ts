import { type Address, type Hex, hexToBigInt, pad, slice, toEventSelector, zeroAddress } from 'viem'
import type { ReadLog } from '@/lib/indexer/decode/decode-logs'
import { SourceAnswerError } from '../errors'

/** One move of tokens; ERC-20 and ERC-721 share the event's signature, and differ in what is indexed. */
export type Transfer = { block: number; from: Address; to: Address; amount: bigint }

const TRANSFER = toEventSelector('Transfer(address,address,uint256)')

/**
 * A log of the contract → the transfer it reports; undefined for any other event.
 * @throws SourceAnswerError when it is a transfer of the other standard (ERC-20: amount in data; ERC-721: id as topic)
 */
export function decodeTransfer(log: ReadLog, standard: 'erc20' | 'erc721'): Transfer | undefined {
  const [selector, from, to, id] = log.topics
  if (selector !== TRANSFER) return undefined
  const fits = standard === 'erc721' ? id !== undefined : id === undefined && log.data.length === 66
  if (!from || !to || !fits)
    throw new SourceAnswerError(`Block ${log.blockNumber} has a transfer that is not one of ${standard}.`)
  return {
    block: log.blockNumber,
    from: toAddress(from),
    to: toAddress(to),
    amount: standard === 'erc721' ? 1n : hexToBigInt(log.data),
  }
}

export const isNobody = (account: Address) => account === zeroAddress

function toAddress(topic: Hex): Address {
  return pad(slice(topic, 12), { size: 20 })
}
