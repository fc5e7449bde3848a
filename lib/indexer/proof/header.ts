import { type Hex, keccak256, numberToHex, toRlp } from 'viem'
import { z } from 'zod'

const hex = z
  .string()
  .regex(/^0x[0-9a-fA-F]*$/)
  .transform((text) => text.toLowerCase() as Hex)
const word = hex.refine((text) => text.length === 66)
const quantity = z
  .string()
  .regex(/^0x[0-9a-f]{1,64}$/i)
  .transform((text) => BigInt(text))

/** `eth_getBlockBy…` as the node sends it, the fields that are hashed, and the transactions' hashes. */
export const rpcHeaderSchema = z.object({
  hash: word,
  parentHash: word,
  sha3Uncles: word,
  miner: hex,
  stateRoot: word,
  transactionsRoot: word,
  receiptsRoot: word,
  logsBloom: hex.refine((text) => text.length === 514),
  difficulty: quantity,
  number: quantity,
  gasLimit: quantity,
  gasUsed: quantity,
  timestamp: quantity,
  extraData: hex,
  mixHash: word,
  nonce: hex,
  baseFeePerGas: quantity.optional(),
  withdrawalsRoot: word.optional(),
  blobGasUsed: quantity.optional(),
  excessBlobGas: quantity.optional(),
  parentBeaconBlockRoot: word.optional(),
  requestsHash: word.optional(),
  transactions: z.array(word),
})

export type RpcHeader = z.output<typeof rpcHeaderSchema>

/** What the indexer keeps of a block's header. */
export type Header = {
  number: number
  hash: Hex
  parentHash: Hex
  /** Unix seconds */
  timestamp: number
  logsBloom: Hex
  receiptsRoot: Hex
  /** transaction hashes as the node lists them; not covered by the hash check */
  transactions: readonly Hex[]
}

const integer = (value: bigint): Hex => (value === 0n ? '0x' : padEven(numberToHex(value)))
const padEven = (text: Hex): Hex => (text.length % 2 === 0 ? text : `0x0${text.slice(2)}`)

/**
 * keccak256 of the header's RLP: what a block's hash must be (Yellow Paper 4.3, EIPs 1559, 4895, 4844, 4788, 7685).
 * A node that changed any field, the bloom or the receipts root among them, is found out by it.
 */
export function headerHash(header: RpcHeader): Hex {
  const fields: Hex[] = [
    header.parentHash,
    header.sha3Uncles,
    header.miner,
    header.stateRoot,
    header.transactionsRoot,
    header.receiptsRoot,
    header.logsBloom,
    integer(header.difficulty),
    integer(header.number),
    integer(header.gasLimit),
    integer(header.gasUsed),
    integer(header.timestamp),
    header.extraData,
    header.mixHash,
    header.nonce,
  ]
  if (header.baseFeePerGas !== undefined) fields.push(integer(header.baseFeePerGas))
  if (header.withdrawalsRoot !== undefined) fields.push(header.withdrawalsRoot)
  if (header.blobGasUsed !== undefined) fields.push(integer(header.blobGasUsed))
  if (header.excessBlobGas !== undefined) fields.push(integer(header.excessBlobGas))
  if (header.parentBeaconBlockRoot !== undefined) fields.push(header.parentBeaconBlockRoot)
  if (header.requestsHash !== undefined) fields.push(header.requestsHash)
  return keccak256(toRlp(fields))
}

export function toHeader(header: RpcHeader): Header {
  return {
    number: Number(header.number),
    hash: header.hash,
    parentHash: header.parentHash,
    timestamp: Number(header.timestamp),
    logsBloom: header.logsBloom,
    receiptsRoot: header.receiptsRoot,
    transactions: header.transactions,
  }
}
