import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import { createPublicClient, encodeFunctionData, http, maxUint256, numberToHex, parseEventLogs } from 'viem'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { testDollarAbi } from '@/lib/chain/abi/generated/testDollar'
import type { Deployment } from '@/lib/chain/deployment'
import { seaportAbi } from '@/lib/chain/seaport/abi'
import { createIndexer, type IndexerOptions } from '@/lib/indexer'
import { createJsonRpc } from '@/lib/indexer/source/json-rpc'
import { startTestChain } from '@/test/chain'
import { register } from '@/test/chaos/operations/devices'
import { createRandom } from '@/test/chaos/random'
import { createWorld } from '@/test/chaos/world'
import { createTestDatabase } from '@/test/database'

/*
 * `npm run bench:indexer`: events per second into the database beside reading and decoding the same logs with viem
 * alone, in the same run. Writes docs/benchmarks.md between its markers.
 */
const BLOCKS = 400
const TRANSACTIONS = 50
const REGISTRATIONS = 100
const ROUNDS = 3
const RANGE = 200

type Measured = { name: string; perSecond: number[] }

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Registrations, then blocks of position transfers, dollar transfers, allowances and faucet calls. */
async function fill(rpcUrl: string, deployment: Deployment): Promise<void> {
  const random = createRandom(1)
  const world = createWorld({ name: 'bench', rpcUrl, deployment, random, time: 0, post: async () => {} })
  const rpc = createJsonRpc(rpcUrl, { timeoutMs: 60_000 })
  await rpc.call('evm_setAutomine', [false])
  for (let i = 0; i < REGISTRATIONS; i++) await register(world)
  await rpc.call('evm_mine', [])
  const dollar = (functionName: 'faucet' | 'transfer' | 'approve', args: readonly unknown[]) =>
    encodeFunctionData({ abi: testDollarAbi, functionName, args } as Parameters<typeof encodeFunctionData>[0])
  for (let block = 0; block < BLOCKS; block++) {
    const calls = Array.from({ length: TRANSACTIONS }, () => {
      const from = random.pick(world.actors)
      const data = random.pick([
        dollar('faucet', [BigInt(random.between(1, 1_000_000))]),
        dollar('transfer', [random.pick(world.actors), BigInt(random.between(0, 100))]),
        dollar('approve', [deployment.seaport, random.chance(0.5) ? maxUint256 : 5n]),
      ])
      return { from, to: deployment.dollar, data, gas: numberToHex(200_000) }
    })
    await rpc.batch(calls.map((call) => ({ method: 'eth_sendTransaction', params: [call] })))
    await rpc.call('evm_mine', [])
  }
}

/** Reads the same logs in the same ranges and decodes them, nothing more. */
async function readWithViem(rpcUrl: string, deployment: Deployment): Promise<number> {
  const client = createPublicClient({ transport: http(rpcUrl, { timeout: 60_000 }) })
  const head = await client.getBlockNumber()
  const abi = [...devicePositionsAbi, ...testDollarAbi, ...seaportAbi]
  let events = 0
  for (let from = 0n; from <= head; from += BigInt(RANGE)) {
    const logs = await client.getLogs({
      address: [deployment.positions, deployment.dollar, deployment.seaport],
      fromBlock: from,
      toBlock: from + BigInt(RANGE) - 1n > head ? head : from + BigInt(RANGE) - 1n,
    })
    events += parseEventLogs({ abi, logs, strict: false }).length
  }
  return events
}

async function index(
  rpcUrl: string,
  deployment: Deployment,
  options: Partial<IndexerOptions>,
): Promise<number> {
  const { db, close } = await createTestDatabase()
  try {
    const started = performance.now()
    const indexer = createIndexer({ db, rpcUrl, deployment, rangeSize: RANGE, ...options })
    const { events } = await indexer.syncToHead()
    return (events / (performance.now() - started)) * 1_000
  } finally {
    await close()
  }
}

const chain = await startTestChain({ args: ['--gas-limit', '100000000', '--order', 'fifo'] })
await fill(chain.rpcUrl, chain.deployment)

const final = { ...chain.deployment, finalityDepth: 1 }
const open = { ...chain.deployment, finalityDepth: 100_000 }
const viem: Measured = {
  name: 'viem alone: `getLogs` and `parseEventLogs`, nothing stored or checked',
  perSecond: [],
}
const ranged: Measured = { name: 'catching up, logs by range (`deepReading: ranged`)', perSecond: [] }
const proven: Measured = { name: 'catching up, logs proven by receipts (the default)', perSecond: [] }
const journalled: Measured = { name: 'above finality: proven, block by block, each undoable', perSecond: [] }
let events = 0
for (let round = 0; round < ROUNDS; round++) {
  const started = performance.now()
  events = await readWithViem(chain.rpcUrl, chain.deployment)
  viem.perSecond.push((events / (performance.now() - started)) * 1_000)
  ranged.perSecond.push(await index(chain.rpcUrl, final, { deepReading: 'ranged' }))
  proven.perSecond.push(await index(chain.rpcUrl, final, {}))
  journalled.perSecond.push(await index(chain.rpcUrl, open, {}))
}
await chain.stop()

const base = median(viem.perSecond)
const rows = [viem, ranged, proven, journalled].map(({ name, perSecond }) => {
  const value = median(perSecond)
  return `| ${name} | ${Math.round(value).toLocaleString('en')} | ${(value / base).toFixed(2)} |`
})
const text = [
  `${events.toLocaleString('en')} events in ${BLOCKS + 1} blocks on a local node; each figure is the median of ${ROUNDS} rounds in one run; node, PostgreSQL and reader share ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}).`,
  '',
  '| reading | events a second | beside viem |',
  '|---|---:|---:|',
  ...rows,
  '',
  '`npm run bench:indexer` measures anew.',
].join('\n')
console.log(text)

const FILE = 'docs/benchmarks.md'
const [START, END] = ['<!-- indexer:start -->', '<!-- indexer:end -->']
const page = (() => {
  try {
    return readFileSync(FILE, 'utf8')
  } catch {
    return '# Benchmarks\n'
  }
})()
const section = `${START}\n${text}\n${END}`
const from = page.indexOf(START)
const next =
  from < 0
    ? `${page.trimEnd()}\n\n## Indexer\n\n${section}\n`
    : page.slice(0, from) + section + page.slice(page.indexOf(END) + END.length)
writeFileSync(FILE, next)
process.exit(0)
