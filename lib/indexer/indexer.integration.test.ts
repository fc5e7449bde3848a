import { eq, sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { blocks, chainMeta, ledger, orderStates, positions, sales } from '@/db/schema'
import { prepareFill } from '@/lib/server/orders/prepare-fill'
import { startTestChain } from '@/test/chain'
import { createTestDatabase } from '@/test/database'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { CHANNEL, createIndexer, type RangeNotice } from './index'
import { createJsonRpc, type JsonRpc } from './source/json-rpc'

const PRICE = 100_000_000n
let market: TestMarket
let seller: Person
let buyer: Person
let rpc: JsonRpc

beforeAll(async () => {
  market = await createTestMarket()
  seller = market.person(3)
  buyer = market.person(4)
  rpc = createJsonRpc(market.chain.rpcUrl)
  await market.approveAll(seller)
  await market.fund(buyer, 10_000_000_000n)
}, 120_000)
afterAll(() => market?.close())

const statusOf = async (hash: `0x${string}`) =>
  (await market.db.select().from(orderStates).where(eq(orderStates.orderHash, hash)))[0]?.status
const ownerIndexed = async (id: number) =>
  (await market.db.select().from(positions).where(eq(positions.id, id)))[0]?.owner
const tip = async () => (await market.db.select().from(blocks).orderBy(sql`number desc`).limit(1))[0]

/** Replaces the last blocks by as many empty ones, and one more. */
async function replace(depth: number) {
  await rpc.call('anvil_reorg', [depth, []])
  await rpc.call('evm_mine', [])
}

async function buy(hash: `0x${string}`) {
  const { steps } = await prepareFill(market, { orderHash: hash, account: buyer.address })
  for (const step of steps) await market.send(buyer, step)
}

let positionId: number
beforeEach(async () => {
  positionId = await market.register(seller)
})

test('a sale is a ledger line, a sale row and a new owner; its reorganisation takes all of it back', async () => {
  const order = await market.list(seller, positionId, PRICE)
  await buy(order.hash)
  expect(await statusOf(order.hash)).toBe('filled')
  expect(await market.db.select().from(sales).where(eq(sales.positionId, positionId))).toMatchObject([
    { price: PRICE, fee: 1_000_000n, seller: seller.address, buyer: buyer.address, network: 'relay' },
  ])
  const lines = await market.db.select().from(ledger).where(eq(ledger.orderHash, order.hash))
  expect(lines).toMatchObject([{ kind: 'order_filled', price: PRICE, counterparty: buyer.address }])

  await replace(1)
  await market.indexer.syncToHead()
  expect(await statusOf(order.hash)).toBe('open')
  expect(await ownerIndexed(positionId)).toBe(seller.address)
  expect(await market.db.select().from(sales).where(eq(sales.positionId, positionId))).toEqual([])
  expect(await market.db.select().from(ledger).where(eq(ledger.orderHash, order.hash))).toEqual([])
})

test('an order posted between a block and its undoing is judged again with it', async () => {
  await market.approveAll(seller, false)
  await market.approveAll(seller, true)
  const order = await market.list(seller, positionId, PRICE)
  expect(order.status).toBe('open')
  await replace(1)
  await market.indexer.syncToHead()
  expect(await statusOf(order.hash)).toBe('not_approved')
  await market.approveAll(seller, true)
  expect(await statusOf(order.hash)).toBe('open')
})

test('a position whose registration was undone is gone, and its orders are not owned', async () => {
  const order = await market.list(seller, positionId, PRICE)
  await replace(1)
  await market.indexer.syncToHead()
  expect(await ownerIndexed(positionId)).toBeUndefined()
  expect(await statusOf(order.hash)).toBe('not_owned')
})

test('a lower head alone changes nothing; a lower branch that contradicts ours is followed', async () => {
  const before = await tip()
  await rpc.call('anvil_rollback', [1])
  await market.indexer.syncToHead()
  expect(await tip()).toEqual(before)
  await rpc.call('anvil_rollback', [3])
  await rpc.call('evm_mine', [])
  await market.indexer.syncToHead()
  expect((await tip())?.number).toBe((before?.number ?? 0) - 3)
  expect(await ownerIndexed(positionId)).toBeUndefined()
  await market.approveAll(seller)
})

test('each range is announced with its head and what happened', async () => {
  const listener = new pg.Client({ connectionString: market.databaseUrl })
  await listener.connect()
  const heard: RangeNotice[] = []
  listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '{}')))
  await listener.query(`listen ${CHANNEL}`)
  await market.transfer(seller, buyer.address, positionId)
  await listener.query('select 1')
  await listener.end()
  expect(heard).toMatchObject([
    { head: (await tip())?.number, kinds: ['transferred'], positions: [positionId] },
  ])
})

test('a second database reads the same from the start, by receipts and by ranges', async () => {
  const own = await market.db.select().from(positions).orderBy(positions.id)
  for (const deepReading of ['proven', 'ranged'] as const) {
    const other = await createTestDatabase()
    try {
      const deployment = { ...market.deployment, finalityDepth: 4 }
      const indexer = createIndexer({
        db: other.db,
        rpcUrl: market.chain.rpcUrl,
        deployment,
        deepReading,
        rangeSize: 3,
      })
      await indexer.syncToHead()
      expect(await other.db.select().from(positions).orderBy(positions.id)).toEqual(own)
      const ledgerOf = (db: typeof other.db) =>
        db.select().from(ledger).orderBy(ledger.blockNumber, ledger.logIndex)
      const withoutPosition = ({ positionId: _, ...row }: typeof ledger.$inferSelect) => row
      // this database holds no orders, by which a cancellation would find its position
      expect((await ledgerOf(other.db)).map(withoutPosition)).toEqual(
        (await ledgerOf(market.db)).map(withoutPosition),
      )
    } finally {
      await other.close()
    }
  }
})

test('below finality headers without events are dropped, and a reorganisation there stops the indexer', async () => {
  const other = await createTestDatabase()
  const deployment = { ...market.deployment, finalityDepth: 4 }
  const indexer = createIndexer({ db: other.db, rpcUrl: market.chain.rpcUrl, deployment })
  try {
    await rpc.call('anvil_mine', ['0xa'])
    await indexer.syncToHead()
    const [meta] = await other.db.select().from(chainMeta)
    const head = Number(await rpc.call('eth_blockNumber', []))
    expect(meta?.finalizedBlock).toBe(head - 4)
    const empty = await other.db.select().from(blocks).where(eq(blocks.eventful, false))
    expect(empty.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      [4, 3, 2, 1, 0].map((n) => head - n),
    )

    await replace(4)
    await indexer.syncToHead()
    const before = await other.db.select().from(blocks)
    await replace(7)
    await expect(indexer.syncToHead()).rejects.toMatchObject({ name: 'ReorgTooDeepError', retryable: false })
    expect(await other.db.select().from(blocks)).toEqual(before)
  } finally {
    await other.close()
  }
})

test('another chain, and other contracts, are refused by name', async () => {
  const chain = await startTestChain({ args: ['--timestamp', '1700000000'] })
  try {
    const strange = createIndexer({ db: market.db, rpcUrl: chain.rpcUrl, deployment: market.deployment })
    await expect(strange.syncToHead()).rejects.toMatchObject({ name: 'WrongChainError' })
    const moved = { ...market.deployment, positions: market.deployment.dollar }
    const other = createIndexer({ db: market.db, rpcUrl: market.chain.rpcUrl, deployment: moved })
    await expect(other.syncToHead()).rejects.toMatchObject({ name: 'WrongChainError' })
  } finally {
    await chain.stop()
  }
})

test('a node that is away is said so, and worth another try', async () => {
  const away = createIndexer({
    db: market.db,
    rpcUrl: 'http://127.0.0.1:9',
    deployment: market.deployment,
    attempts: 2,
  })
  await expect(away.syncToHead()).rejects.toMatchObject({ name: 'NodeUnavailableError', retryable: true })
})
