import type { Address } from 'viem'
import { z } from 'zod'
import type { ReadLog } from '../decode/decode-logs'
import { ChainMovedError, NodeAnswerError } from '../errors'
import type { Header } from '../proof/header'
import { type RpcLog, rpcLogSchema } from '../proof/receipts-root'

const answerSchema = z.array(rpcLogSchema)

/**
 * An answer to `eth_getLogs` → logs by block, in log order, each once. Pure.
 * @throws NodeAnswerError for a log that was not asked for, or one place with two logs
 * @throws ChainMovedError for a log of another block than the header we hold
 */
export function checkRangeLogs(
  answer: unknown,
  addresses: readonly Address[],
  headers: readonly Header[],
): Map<number, ReadLog[]> {
  const parsed = answerSchema.safeParse(answer)
  if (!parsed.success) throw new NodeAnswerError('The node sent no logs.', { cause: parsed.error })
  const byNumber = new Map(headers.map((header) => [header.number, header]))
  const places = new Map<string, RpcLog>()
  for (const log of parsed.data) {
    const number = Number(log.blockNumber)
    const header = byNumber.get(number)
    if (!header || !addresses.includes(log.address))
      throw new NodeAnswerError(
        `The node sent a log of ${log.address} in block ${number}, which nobody asked for.`,
      )
    if (header.hash !== log.blockHash)
      throw new ChainMovedError(`A log of block ${number} names another block hash than its header.`)
    const place = `${number}:${log.logIndex}`
    const other = places.get(place)
    if (other && JSON.stringify(bodyOf(other)) !== JSON.stringify(bodyOf(log)))
      throw new NodeAnswerError(`The node sent two logs ${log.logIndex} of block ${number}.`)
    places.set(place, log)
  }
  const logs = new Map<number, ReadLog[]>()
  for (const log of [...places.values()].map(toReadLog).sort((a, b) => a.logIndex - b.logIndex)) {
    const block = logs.get(log.blockNumber)
    if (block) block.push(log)
    else logs.set(log.blockNumber, [log])
  }
  return logs
}

const bodyOf = ({ address, topics, data, transactionHash }: RpcLog) => [
  address,
  topics,
  data,
  transactionHash,
]

export function toReadLog(log: RpcLog): ReadLog {
  return {
    address: log.address,
    topics: log.topics,
    data: log.data,
    blockNumber: Number(log.blockNumber),
    logIndex: Number(log.logIndex),
    transactionHash: log.transactionHash,
  }
}
