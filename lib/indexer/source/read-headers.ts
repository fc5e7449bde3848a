import { type Hex, numberToHex } from 'viem'
import { ChainMovedError, NodeAnswerError } from '../errors'
import { type Header, headerHash, rpcHeaderSchema, toHeader } from '../proof/header'
import type { JsonRpc } from './json-rpc'

/** An answer to `eth_getBlockBy…` → a header whose hash was computed anew from its fields. */
export function provenHeader(answer: unknown): Header {
  if (answer === null || answer === undefined) throw new ChainMovedError('The node does not have the block.')
  const parsed = rpcHeaderSchema.safeParse(answer)
  if (!parsed.success) throw new NodeAnswerError('The node sent no block header.', { cause: parsed.error })
  if (headerHash(parsed.data) !== parsed.data.hash)
    throw new NodeAnswerError(
      `The header of block ${parsed.data.number} does not hash to ${parsed.data.hash}.`,
    )
  return toHeader(parsed.data)
}

/** The node's chain id, genesis hash and head, from one request. */
export async function readHead(rpc: JsonRpc): Promise<{ chainId: number; genesisHash: Hex; head: Header }> {
  const [chainId, genesis, latest] = await rpc.batch([
    { method: 'eth_chainId', params: [] },
    { method: 'eth_getBlockByNumber', params: ['0x0', false] },
    { method: 'eth_getBlockByNumber', params: ['latest', false] },
  ])
  const first = provenHeader(genesis)
  if (first.number !== 0) throw new NodeAnswerError(`The node sent block ${first.number} for block 0.`)
  if (typeof chainId !== 'string') throw new NodeAnswerError('The node sent no chain id.')
  return { chainId: Number(chainId), genesisHash: first.hash, head: provenHeader(latest) }
}

export async function readHeaderByHash(rpc: JsonRpc, hash: Hex): Promise<Header> {
  const header = provenHeader(await rpc.call('eth_getBlockByHash', [hash, false]))
  if (header.hash !== hash) throw new NodeAnswerError(`The node sent block ${header.hash} for ${hash}.`)
  return header
}

/**
 * Headers `from`…`to`, each the parent of the next.
 * @throws ChainMovedError when they are not one chain: it was reorganised between two answers.
 */
export async function readHeaders(rpc: JsonRpc, from: number, to: number): Promise<Header[]> {
  const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  const answers = await rpc.batch(
    numbers.map((number) => ({ method: 'eth_getBlockByNumber', params: [numberToHex(number), false] })),
  )
  const headers = answers.map(provenHeader)
  for (const [index, header] of headers.entries()) {
    if (header.number !== from + index)
      throw new NodeAnswerError(`The node sent block ${header.number} for block ${from + index}.`)
    if (index > 0) assertLinked(headers[index - 1]!, header)
  }
  return headers
}

export function assertLinked(parent: Header, child: Header): void {
  if (child.parentHash !== parent.hash || child.number !== parent.number + 1)
    throw new ChainMovedError(`Block ${child.number} does not follow block ${parent.hash}.`)
}
