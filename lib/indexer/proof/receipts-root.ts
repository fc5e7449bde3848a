import { concatHex, type Hex, numberToHex, toRlp } from 'viem'
import { z } from 'zod'
import { trieRoot } from './trie-root'

const hex = z
  .string()
  .regex(/^0x[0-9a-fA-F]*$/)
  .transform((text) => text.toLowerCase() as Hex)
const quantity = z
  .string()
  .regex(/^0x[0-9a-f]{1,64}$/i)
  .transform((text) => BigInt(text))

export const rpcLogSchema = z.object({
  address: hex,
  topics: z.array(hex),
  data: hex,
  blockHash: hex,
  blockNumber: quantity,
  transactionHash: hex,
  transactionIndex: quantity,
  logIndex: quantity,
})

export type RpcLog = z.output<typeof rpcLogSchema>

/** `eth_getBlockReceipts` as the node sends it, the parts that are hashed and those that are kept. */
export const rpcReceiptSchema = z.object({
  type: quantity.optional(),
  status: quantity.optional(),
  root: hex.optional(),
  cumulativeGasUsed: quantity,
  logsBloom: hex,
  transactionHash: hex,
  transactionIndex: quantity,
  blockHash: hex,
  logs: z.array(rpcLogSchema),
  /** receipts of OP-stack deposits hash these too */
  depositNonce: quantity.optional(),
  depositReceiptVersion: quantity.optional(),
})

export type RpcReceipt = z.output<typeof rpcReceiptSchema>

const OP_DEPOSIT = 0x7en

const integer = (value: bigint): Hex => {
  if (value === 0n) return '0x'
  const text = numberToHex(value)
  return text.length % 2 === 0 ? text : `0x0${text.slice(2)}`
}

function encodeReceipt(receipt: RpcReceipt): Hex {
  const type = receipt.type ?? 0n
  const body: Parameters<typeof toRlp>[0] = [
    receipt.root ?? integer(receipt.status ?? 0n),
    integer(receipt.cumulativeGasUsed),
    receipt.logsBloom,
    receipt.logs.map((log) => [log.address, log.topics, log.data]),
    ...(type === OP_DEPOSIT && receipt.depositNonce !== undefined ? [integer(receipt.depositNonce)] : []),
    ...(type === OP_DEPOSIT && receipt.depositReceiptVersion !== undefined
      ? [integer(receipt.depositReceiptVersion)]
      : []),
  ]
  const encoded = toRlp(body)
  return type === 0n ? encoded : concatHex([numberToHex(type, { size: 1 }), encoded])
}

/**
 * The root a block with these receipts, in order, must carry in its header (EIP-2718). Equal roots prove that no log
 * was left out, added or changed.
 */
export function receiptsRoot(receipts: readonly RpcReceipt[]): Hex {
  return trieRoot(receipts.map(encodeReceipt))
}
