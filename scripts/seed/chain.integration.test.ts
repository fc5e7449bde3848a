import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getResolution, isValidCell } from 'h3-js'
import { bytesToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { writeDeployment } from '@/lib/chain/deploy/deployment-file'
import { localAccount, localAccounts } from '@/lib/chain/deploy/local-accounts'
import { createChainClient } from '@/lib/chain/public-client'
import { startTestChain, type TestChain } from '@/test/chain'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { temporaryFolder } from '@/test/temporary-folder'
import { seedChain } from './chain'
import type { SeedChain } from './chain/seed-chain-context'

let database: TestDatabase
let node: TestChain
let chain: SeedChain
let environment: Record<string, string>
const running = new Set<ChildProcess>()

beforeAll(async () => {
  ;[database, node] = await Promise.all([createTestDatabase(), startTestChain()])
  const attesterKey = localAccount(localAccounts.attester).getHdKey().privateKey
  if (!attesterKey) throw new Error('the local mnemonic has private keys')
  const deploymentFile = join(temporaryFolder(), 'deployment.json')
  writeDeployment(deploymentFile, node.deployment)
  environment = {
    DATABASE_URL: database.url,
    RPC_URL: node.rpcUrl,
    DEPLOYMENT_FILE: deploymentFile,
    SESSION_SECRET: 'a secret of the tests, long enough',
    ATTESTER_PRIVATE_KEY: bytesToHex(attesterKey),
    PUBLIC_URL: 'http://localhost:3000',
  }
  chain = {
    db: database.db,
    client: createChainClient(node.deployment, node.rpcUrl),
    deployment: node.deployment,
    attester: privateKeyToAccount(bytesToHex(attesterKey)),
    rpcUrl: node.rpcUrl,
    now: () => new Date(),
  }
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await Promise.all([database?.close(), node?.stop()])
})

async function rows<row>(text: string): Promise<row[]> {
  return (await database.db.$client.query(text)).rows
}
const count = async (text: string) =>
  Number((await rows<{ count: string }>(`select count(*) as count ${text}`))[0]?.count)

function startSeed(): ChildProcess {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'seed'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.on('exit', () => running.delete(child))
  return child
}

const supply = async () =>
  Number(
    await chain.client.readContract({
      address: chain.deployment.positions,
      abi: devicePositionsAbi,
      functionName: 'totalSupply',
    }),
  )

/** Starts the seed and kills it outright as soon as it has come so far. */
async function killOnce(reached: () => Promise<boolean>) {
  const child = startSeed()
  const exited = once(child, 'exit')
  let isOver = false
  void exited.then(() => {
    isOver = true
  })
  while (!isOver && !(await reached())) await sleep(20)
  child.kill('SIGKILL')
  await exited
}

test('killed while registering, valuing, listing, buying and bidding, the seed is whole after one more run', async () => {
  await killOnce(async () => (await supply()) > 40)
  await killOnce(async () => (await count('from positions')) > 0)
  await killOnce(async () => (await count('from valuations')) > 0)
  await killOnce(async () => (await count('from orders')) > 30)
  await killOnce(async () => (await count(`from orders where kind = 'item_offer'`)) > 10)

  const child = startSeed()
  const said: string[] = []
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const [code] = await once(child, 'exit')
  expect(code, said.join('')).toBe(0)
  expect(said.join('')).toMatch(/511 demonstration positions/)

  expect(await supply()).toBe(511)
  expect(await count('from positions')).toBe(511)
  expect(await count(`from positions where network = 'relay'`)).toBeGreaterThanOrEqual(300)
  const others = await rows<{ count: string }>(
    `select count(positions.id) from networks left join positions on positions.network = networks.slug
     where networks.slug <> 'relay' group by networks.slug`,
  )
  expect(others.length).toBe(15)
  for (const network of others) expect(Number(network.count)).toBeGreaterThanOrEqual(10)
  for (const keyType of ['p256', 'secp256k1'])
    expect(await count(`from positions where key_type = '${keyType}'`)).toBeGreaterThan(200)
}, 600_000)

test('each listing is there once, signed and fillable, and some are sold', async () => {
  const listings = `orders join order_states on order_hash = hash where kind = 'listing'`
  expect(await count(`from ${listings}`)).toBe(
    await count(`from (select distinct position_id from orders where kind = 'listing') as once`),
  )
  expect(await count(`from ${listings} and status = 'open'`)).toBeGreaterThanOrEqual(120)
  expect(await count('from order_states')).toBe(await count('from orders'))
  const sold = await count('from sales')
  expect(sold).toBeGreaterThanOrEqual(60)
  expect(await count('from (select distinct buyer from sales) as buyers')).toBeGreaterThanOrEqual(15)
  expect(await count(`from order_states where status = 'filled'`)).toBe(sold)
  expect(
    await count(
      'from sales join positions on positions.id = sales.position_id where positions.owner <> sales.buyer',
    ),
  ).toBe(0)
})

test('every network has a position with two sides: a bid, money behind it, below its ask', async () => {
  const sides = await rows<{ network: string; ask: string; bid: string }>(
    `select network, ask.price as ask, bid.price as bid from positions
     join orders as ask on ask.position_id = positions.id and ask.kind = 'listing'
     join order_states as standing on standing.order_hash = ask.hash and standing.status = 'open'
     join orders as bid on bid.position_id = positions.id and bid.kind = 'item_offer' and bid.offerer <> positions.owner`,
  )
  expect(new Set(sides.map(({ network }) => network)).size).toBe(16)
  for (const { ask, bid } of sides) expect(BigInt(bid)).toBeLessThan(BigInt(ask))
  // devices of Nym are all alike: nobody bids for one what another could be bought for
  const nym = sides.filter(({ network }) => network === 'nym')
  const [floor] = await rows<{ price: string }>(
    `select min(price) as price from orders join order_states on order_hash = hash and status = 'open'
     join positions on positions.id = position_id and network = 'nym' where kind = 'listing'`,
  )
  for (const { bid } of nym) expect(BigInt(bid)).toBeLessThan(BigInt(floor!.price))
  const statuses = await rows<{ status: string }>(
    `select distinct status from order_states join orders on hash = order_hash where kind = 'item_offer'`,
  )
  expect(statuses).toEqual([{ status: 'open' }])
  expect(await count(`from orders where kind = 'item_offer'`)).toBe(
    await count(`from (select distinct position_id, offerer from orders where kind = 'item_offer') as once`),
  )
})

test('every position is valued, and labelled for what it is', async () => {
  expect(
    await count(
      'from positions where not exists (select 1 from valuations where position_id = positions.id)',
    ),
  ).toBe(0)
  const labels = await rows<{ document: Record<string, unknown>; operator: string | null }>(
    `select document, operators.slug as operator from positions
     left join metadata_documents on hash = metadata_hash
     left join ledger on kind = 'registered' and position_id = positions.id
     left join operators on operators.account = ledger.account`,
  )
  expect(labels.length).toBe(511)
  for (const { document, operator } of labels) {
    expect(document).toMatchObject({ demonstration: true })
    expect(String(document.note)).toMatch(/demonstration/)
    expect(document.operator ?? null).toBe(operator)
  }
})

test('devices of physical networks stand in a cell, the others nowhere', async () => {
  const places = await rows<{ cell: string | null; is_physical: boolean }>(
    'select cell, is_physical from positions join networks on slug = network',
  )
  for (const { cell, is_physical } of places) {
    if (!is_physical) expect(cell).toBeNull()
    else expect(cell !== null && isValidCell(cell) && getResolution(cell) === 5).toBe(true)
  }
})

test('run again, the seed adds nothing', async () => {
  expect(await seedChain(chain)).toEqual({
    positions: 511,
    registered: 0,
    valued: 0,
    listed: 0,
    sold: 0,
    offered: 0,
  })
})

test('it refuses any chain but the local one', async () => {
  const elsewhere = { ...chain, deployment: { ...chain.deployment, chainId: 1 } }
  await expect(seedChain(elsewhere)).rejects.toMatchObject({ name: 'SeedChainError' })
})
