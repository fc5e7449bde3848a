import type { Contracts, createDecoder } from '../decode/decode-logs'
import { ReorgTooDeepError } from '../errors'
import type { Header } from '../proof/header'
import { type LocalChain, reconcileBlock } from '../reconcile/reconcile-block'
import type { JsonRpc } from '../source/json-rpc'
import { assertLinked, readHeaderByHash, readHeaders } from '../source/read-headers'
import { type LogReading, readLogs } from '../source/read-logs'
import type { Range } from '../store/apply-range'

export type RangeReader = {
  rpc: JsonRpc
  contracts: Contracts
  decode: ReturnType<typeof createDecoder>
  finalityDepth: number
  /** most blocks in one range below finality */
  rangeSize: number
  /** how logs below finality are read; those above are always proven */
  deepReading: LogReading
}

/**
 * The next range that brings what we hold nearer to the node's head, read and proven but not applied; undefined when
 * there is nothing to do. Below finality it is cut to `rangeSize`; above, it goes to the head.
 *
 * @throws ReorgTooDeepError when the node's chain leaves ours below the finality line
 * @throws NodeAnswerError, NodeUnavailableError, ChainMovedError
 */
export async function readRange(
  reader: RangeReader,
  local: LocalChain,
  head: Header,
): Promise<Range | undefined> {
  const tip = local.blocks.at(-1)
  const from = tip ? tip.number + 1 : local.startBlock
  const lastFinal = head.number - reader.finalityDepth
  const to = from <= lastFinal ? Math.min(from + reader.rangeSize - 1, lastFinal) : head.number
  const branch = await readBranch(reader.rpc, from, to, head)

  const foot = await descend(reader.rpc, local, branch)
  if (!foot) return undefined
  const reading = to <= lastFinal ? reader.deepReading : 'proven'
  const logs = await readLogs(reader.rpc, reader.contracts, branch, reading)
  return {
    expectedTip: tip?.hash,
    ancestor: foot.ancestor,
    blocks: branch.map((header) => ({ header, events: reader.decode(logs.get(header.number) ?? []) })),
    finalized: Math.max(local.finalized, Math.min(branch.at(-1)!.number, lastFinal)),
  }
}

/** Headers `from`…`to`, ending in the head itself when `to` reaches it; the head alone when it is not above our tip. */
async function readBranch(rpc: JsonRpc, from: number, to: number, head: Header): Promise<Header[]> {
  if (head.number <= from) return [head]
  if (to < head.number) return readHeaders(rpc, from, to)
  const below = await readHeaders(rpc, from, head.number - 1)
  assertLinked(below.at(-1)!, head)
  return [...below, head]
}

/** Follows parent hashes down, adding to the branch, until it stands on a block of ours. */
async function descend(
  rpc: JsonRpc,
  local: LocalChain,
  branch: Header[],
): Promise<{ ancestor: number | undefined } | undefined> {
  for (;;) {
    const foot = branch[0]!
    const found = reconcileBlock(local, foot)
    switch (found.case) {
      case 'known':
      case 'behind':
      case 'gap':
        return undefined
      case 'next':
        return { ancestor: undefined }
      case 'reorg':
        return { ancestor: found.ancestor }
      case 'below_finality':
        throw new ReorgTooDeepError(
          `Block ${found.number} was replaced below the finality line (${local.finalized}). The indexer does not guess: check the node, then reset the database or restore one that holds this chain.`,
          { details: { block: found.number, finalized: local.finalized } },
        )
      case 'detached': {
        const parent = await readHeaderByHash(rpc, found.parentHash)
        assertLinked(parent, foot)
        branch.unshift(parent)
      }
    }
  }
}
