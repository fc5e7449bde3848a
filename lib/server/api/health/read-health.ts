import { type ChainPoint, readChainPoint } from '@/db/queries/api/chain-point'
import { formatCount } from '@/lib/core/format'
import type { ServerContext } from '../../context'
import type { Health } from '../schemas/health'
import { within } from './within'

/** Milliseconds a part has for its answer. */
const PATIENCE = 3_000

/** Milliseconds a block may wait to be read before the indexer counts as away. */
const MOST_LAG = 60_000

type Context = Pick<ServerContext, 'db' | 'client' | 'now'>
type NodeBlock = { number: number; time: Date }

/** Whether database, node and indexer serve. It always answers; what does not is told as away. */
export async function readHealth(context: Context, patience = PATIENCE): Promise<Health> {
  const [point, head] = await Promise.all([
    within(patience, () => readChainPoint(context.db)),
    within(patience, () => readBlock(context)),
  ])
  const database = point.ok
    ? { status: 'ok' as const, sentence: 'The database answers.' }
    : { status: 'away' as const, sentence: 'The database does not answer.' }
  const node = head.ok
    ? { status: 'ok' as const, sentence: `The node is at block ${formatCount(head.value.number)}.` }
    : { status: 'away' as const, sentence: 'The chain’s node does not answer.' }
  const indexer =
    point.ok && head.ok
      ? await judgeIndexer(context, point.value, head.value, patience)
      : unknown(point.ok ? point.value : undefined)
  const parts = { database, node: { ...node, block: head.ok ? head.value.number : null }, indexer }
  const isAway = Object.values(parts).some(({ status }) => status === 'away')
  return { status: isAway ? 'away' : 'ok', parts }
}

async function readBlock({ client }: Context, blockNumber?: bigint): Promise<NodeBlock> {
  const block = await client.getBlock(blockNumber === undefined ? {} : { blockNumber })
  return { number: Number(block.number), time: new Date(Number(block.timestamp) * 1000) }
}

type Indexer = Health['parts']['indexer']

function unknown(point: ChainPoint | undefined): Indexer {
  const sentence = 'How far the chain has been read cannot be told without database and node.'
  return { status: 'unknown', sentence, block: point?.block ?? null, blocksBehind: null }
}

/** Behind while blocks wait to be read; away once one has waited for a minute. */
async function judgeIndexer(
  context: Context,
  point: ChainPoint | undefined,
  head: NodeBlock,
  patience: number,
): Promise<Indexer> {
  if (!point)
    return { status: 'away', sentence: 'No block has been read yet.', block: null, blocksBehind: null }
  const { block } = point
  const blocksBehind = Math.max(head.number - block, 0)
  if (blocksBehind === 0)
    return { status: 'ok', sentence: 'Every block of the node has been read.', block, blocksBehind }
  const next = await within(patience, () => readBlock(context, BigInt(block + 1)))
  const waited = next.ok ? context.now().getTime() - next.value.time.getTime() : 0
  const many = `${formatCount(blocksBehind)} ${blocksBehind === 1 ? 'block' : 'blocks'}`
  return waited > MOST_LAG
    ? {
        status: 'away',
        sentence: `${many} of the node wait to be read, the first for ${formatCount(Math.round(waited / 1000))} seconds.`,
        block,
        blocksBehind,
      }
    : { status: 'behind', sentence: `${many} of the node are being read.`, block, blocksBehind }
}
