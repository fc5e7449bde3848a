import type { Address } from 'viem'
import { z } from 'zod'
import type { ReadLog } from '../decode/decode-logs'
import { ChainMovedError, NodeAnswerError } from '../errors'
import type { Header } from '../proof/header'
import { receiptsRoot, rpcReceiptSchema } from '../proof/receipts-root'
import { toReadLog } from './check-range-logs'
import type { JsonRpc } from './json-rpc'

const answerSchema = z.array(rpcReceiptSchema)

/** Logs of the addresses in these blocks, taken from receipts that hash to the header's receipts root. */
export async function readProvenLogs(
  rpc: JsonRpc,
  addresses: readonly Address[],
  headers: readonly Header[],
): Promise<Map<number, ReadLog[]>> {
  const answers = await rpc.batch(
    headers.map((header) => ({ method: 'eth_getBlockReceipts', params: [header.hash] })),
  )
  const logs = new Map<number, ReadLog[]>()
  for (const [index, header] of headers.entries()) {
    const own = provenLogs(answers[index], header).filter((log) => addresses.includes(log.address))
    if (own.length > 0) logs.set(header.number, own)
  }
  return logs
}

/**
 * All logs of a block, from an answer to `eth_getBlockReceipts`. Pure. The root proves what the logs say and their
 * order; their places are counted here; the transaction hashes must agree with the header's answer.
 */
export function provenLogs(answer: unknown, header: Header): ReadLog[] {
  if (answer === null || answer === undefined)
    throw new ChainMovedError(`The node has no receipts of block ${header.hash}.`)
  const parsed = answerSchema.safeParse(answer)
  if (!parsed.success) throw new NodeAnswerError('The node sent no receipts.', { cause: parsed.error })
  const receipts = parsed.data
  if (receiptsRoot(receipts) !== header.receiptsRoot)
    throw new NodeAnswerError(`The receipts of block ${header.number} do not hash to its receipts root.`)
  const logs = receipts.flatMap((receipt, index) => {
    if (receipt.transactionHash !== header.transactions[index])
      throw new NodeAnswerError(`Receipt ${index} of block ${header.number} names another transaction.`)
    return receipt.logs.map((log) => {
      if (log.transactionHash !== receipt.transactionHash || log.blockHash !== header.hash)
        throw new NodeAnswerError(`A log of block ${header.number} names another transaction or block.`)
      return log
    })
  })
  return logs.map((log, logIndex) => ({ ...toReadLog(log), blockNumber: header.number, logIndex }))
}
