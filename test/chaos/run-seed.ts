import { setTimeout as sleep } from 'node:timers/promises'
import type { Hex } from 'viem'
import type { Database } from '@/db/client'
import { readTip } from '@/lib/indexer/store/cursor'
import { startTestChain } from '../chain'
import { createTestDatabase } from '../database'
import { startBadProxy } from './bad-proxy'
import { countUndone } from './count-undone'
import { createIndexerProcess, type IndexerProcess } from './indexer-process'
import { fundWhale, judge, type Verdict } from './judge'
import { type OperationName, operations, prepare, weights } from './operations'
import { postOrder } from './post-order'
import { createRandom, type Random } from './random'
import { createReorganiser } from './reorganise'
import { createWorld, type World } from './world'

export type SeedResult = {
  seed: number
  operations: number
  seconds: number
  blocks: number
  reorganisations: number
  /** of them, how many the indexer had to undo blocks for; the others came while it was dead or late */
  undone: number
  kills: number
  proxy: Record<string, number>
} & Verdict

/** Blocks behind the highest head ever seen below which no reorganisation goes. */
const FINALITY = 24
/** Moment of the chain's first block: the same in every run, and in the past. */
const GENESIS = 1_750_000_000

/**
 * One run: random operations, reorganisations, a bad node and a process killed, all drawn from the seed; then the
 * chain judges what the database holds.
 * @throws AssertionError when they differ
 */
export async function runSeed(seed: number, count: number): Promise<SeedResult> {
  const started = Date.now()
  const random = createRandom(seed)
  const database = await createTestDatabase({ max: 4 })
  const chain = await startTestChain({
    args: ['--order', 'fifo', '--timestamp', String(GENESIS), '--gas-limit', '100000000'],
  })
  const deployment = { ...chain.deployment, finalityDepth: FINALITY }
  const proxy = await startBadProxy({
    target: chain.rpcUrl,
    random: createRandom(seed + 1_000_003),
    rate: 0.15,
    tooLateMs: 500,
  })
  const name = `seed-${seed}`
  const indexer = await createIndexerProcess({
    databaseUrl: database.url,
    rpcUrl: proxy.url,
    deployment,
    name,
  })
  const world: World = createWorld({
    name,
    rpcUrl: chain.rpcUrl,
    deployment,
    random,
    time: GENESIS + 10_000,
    post: (order) => postOrder(database.db, deployment, order, world.time),
  })
  const undone = await countUndone(database.url)
  try {
    await world.node.rpc('evm_setAutomine', [false])
    const reorganiser = await createReorganiser(world, FINALITY)
    await indexer.start()
    const kills = await operate(world, count, indexer, reorganiser.maybe, () =>
      reachesHead(database.db, world, 3_000),
    )
    const whale = await fundWhale(world)
    await reorganiser.mineBeyond()
    await indexer.start()
    if (!(await reachesHead(database.db, world, 60_000)))
      throw new Error(`the indexer does not reach the head:\n${indexer.output()}`)
    const verdict = await judge(database.db, chain.rpcUrl, world, whale)
    return {
      seed,
      operations: count,
      seconds: (Date.now() - started) / 1000,
      blocks: await world.node.head(),
      reorganisations: reorganiser.count(),
      undone: undone.count(),
      kills,
      proxy: proxy.counts,
      ...verdict,
    }
  } finally {
    await indexer.kill()
    await Promise.all([proxy.close(), undone.close()])
    await Promise.all([database.close(), chain.stop()])
  }
}

async function operate(
  world: World,
  count: number,
  indexer: IndexerProcess,
  maybeReorganise: () => Promise<void>,
  nearHead: () => Promise<unknown>,
): Promise<number> {
  let kills = 0
  let deadUntil: number | undefined
  await prepare(world)
  for (let done = 0; done < count; done++) {
    await operations[chooseOperation(world.random, done)](world)
    if (world.random.chance(0.45)) await mine(world)
    if (world.random.chance(0.03)) {
      // most of them after the indexer has read what is about to go
      if (world.random.chance(0.7) && deadUntil === undefined) await nearHead()
      await maybeReorganise()
      if (world.random.chance(0.5) && deadUntil === undefined) await nearHead()
    }
    if (deadUntil === undefined && world.random.chance(0.015)) {
      await indexer.kill()
      kills++
      // back at once, or after operations enough to fall below finality
      deadUntil = done + world.random.pick([0, 0, 5, 40, 120])
    }
    if (deadUntil !== undefined && done >= deadUntil) {
      deadUntil = undefined
      await indexer.start()
    }
    if (indexer.failed()) throw new Error(`the indexer stopped by itself:\n${indexer.output()}`)
  }
  if (deadUntil === undefined) await indexer.kill()
  return kills
}

/** The first few give the others something to act on. */
function chooseOperation(random: Random, done: number): OperationName {
  if (done < 15) return 'register'
  return random.weighted(weights)
}

async function mine(world: World): Promise<void> {
  world.time += world.random.between(1, 20)
  await world.node.mine(world.time)
}

/** Waits until the database is at the node's head; false when it does not get there in time. */
async function reachesHead(db: Database, world: World, timeoutMs: number): Promise<boolean> {
  const head = (await world.node.rpc('eth_getBlockByNumber', ['latest', false])) as { hash: Hex }
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(10))
    if ((await readTip(db))?.hash === head.hash) return true
  return false
}
