import { numberToHex } from 'viem'
import type { Contracts, ReadLog } from '../decode/decode-logs'
import { lower } from '../decode/lower'
import { NodeAnswerError } from '../errors'
import { bloomFill, mayHoldLogsOf } from '../proof/bloom'
import type { Header } from '../proof/header'
import { checkRangeLogs } from './check-range-logs'
import type { JsonRpc } from './json-rpc'
import { readProvenLogs } from './read-proven-logs'

/**
 * How logs are read:
 * - `proven`: the receipts of every block whose bloom says maybe, checked against the header's receipts root. Nothing
 *   can be left out, added or changed.
 * - `ranged`: `eth_getLogs` over the whole run, for the deep history of chains whose blooms are full. An empty answer is
 *   proven where the bloom still says something; a node that leaves out some of a block's logs is not found out.
 */
export type LogReading = 'proven' | 'ranged'

/** A bloom with more bits set than this says maybe to nearly everything. */
const TELLING_FILL = 0.5

/** Logs of our contracts in the blocks of these headers, by block number, in log order. */
export async function readLogs(
  rpc: JsonRpc,
  contracts: Contracts,
  headers: readonly Header[],
  reading: LogReading,
): Promise<Map<number, ReadLog[]>> {
  const addresses = [contracts.positions, contracts.dollar, contracts.seaport, contracts.rewards].map(lower)
  const candidates = headers.filter((header) => mayHoldLogsOf(header.logsBloom, addresses))
  if (candidates.length === 0) return new Map()
  if (reading === 'proven') return readProvenLogs(rpc, addresses, candidates)

  const answer = await rpc.call('eth_getLogs', [
    {
      fromBlock: numberToHex(headers[0]!.number),
      toBlock: numberToHex(headers.at(-1)!.number),
      address: addresses,
    },
  ])
  const logs = checkRangeLogs(answer, addresses, headers)
  for (const number of logs.keys())
    if (!candidates.some((header) => header.number === number))
      throw new NodeAnswerError(`The node sent logs of block ${number}, whose bloom has none of ours.`)
  const doubtful = candidates.filter(
    (header) => !logs.has(header.number) && bloomFill(header.logsBloom) < TELLING_FILL,
  )
  for (const [number, proven] of await readProvenLogs(rpc, addresses, doubtful)) logs.set(number, proven)
  return logs
}
