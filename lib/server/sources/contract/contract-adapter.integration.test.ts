import { asc, eq } from 'drizzle-orm'
import { encodeFunctionData, erc20Abi } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figureSources, observations, tokenHolders } from '@/db/schema'
import { createJsonRpc, type JsonRpc } from '@/lib/indexer/source/json-rpc'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { addSource } from '../add-source'
import { readSource } from '../read-source'

const FINALITY = 3

let market: TestMarket
let rpc: JsonRpc
beforeAll(async () => {
  market = await createTestMarket()
  rpc = createJsonRpc(market.chain.rpcUrl)
}, 120_000)
afterAll(() => market?.close())

const now = new Date('2024-07-02T00:00:00Z')
const read = (slug: string) =>
  readSource({ db: market.db, now: () => now, chain: { rpc, finalityDepth: FINALITY } }, slug)

/** The day ends, and its last block becomes final. */
async function nextDay() {
  const { timestamp } = await market.client.getBlock()
  await rpc.call('evm_setNextBlockTimestamp', [Number(timestamp) + 86_400])
  await rpc.call('anvil_mine', [`0x${(FINALITY + 1).toString(16)}`])
}

async function addToken(slug: string, config: Record<string, unknown> = {}) {
  await addSource(market.db, {
    slug,
    kind: 'contract',
    title: slug,
    config: {
      address: market.deployment.dollar,
      standard: 'erc20',
      network: 'relay',
      fromBlock: 0,
      decimals: 6,
      ...config,
    },
  })
}

const holders = (slug: string) =>
  market.db.select().from(tokenHolders).where(eq(tokenHolders.source, slug)).orderBy(asc(tokenHolders.holder))
const figuresOf = async (slug: string, measure: 'token_supply' | 'token_holders' | 'token_transfers') =>
  (
    await market.db
      .select()
      .from(observations)
      .where(eq(observations.source, slug))
      .orderBy(asc(observations.period), asc(observations.id))
  )
    .filter((row) => row.measure === measure)
    .map(({ value }) => value)

async function pay(from: Person, to: Person, amount: bigint) {
  const data = encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [to.address, amount] })
  await market.send(from, { to: market.deployment.dollar, data })
}

test('what a reorganisation takes back was never counted; what becomes final is', async () => {
  const [ann, ben] = [market.person(3), market.person(4)]
  await market.fund(ann, 5_000_000n)
  await addToken('token')
  await nextDay()
  expect(await read('token')).toMatchObject({ failure: undefined })
  expect(await figuresOf('token', 'token_supply')).toEqual(['5'])

  // a mint and a payment in the newest blocks go with them
  await market.fund(ben, 9_000_000n, 0n)
  await pay(ann, ben, 1_000_000n)
  await rpc.call('anvil_reorg', [FINALITY, []])
  await nextDay()
  expect(await read('token')).toMatchObject({ failure: undefined })
  expect(await figuresOf('token', 'token_supply')).toEqual(['5', '5'])
  expect(await figuresOf('token', 'token_holders')).toEqual(['1', '1'])

  await pay(ann, ben, 5_000_000n)
  await nextDay()
  await read('token')
  expect(await figuresOf('token', 'token_transfers')).toEqual(['1', '0', '1'])
  expect(await holders('token')).toMatchObject([{ holder: ben.address, balance: 5_000_000n }])
})

test('a reorganisation below finality is named; read again, it tells the truth, and what was told stands', async () => {
  const ann = market.person(3)
  const told = await market.db.select().from(observations).where(eq(observations.source, 'token'))
  await market.fund(ann, 2_000_000n, 0n)
  await rpc.call('anvil_mine', ['0x4'])
  expect(await read('token')).toMatchObject({ failure: undefined })
  expect(await holders('token')).toHaveLength(2)

  await rpc.call('anvil_reorg', [6, []])
  await nextDay()
  expect(await read('token')).toMatchObject({
    added: 0,
    failure: expect.stringMatching(/^The node’s chain is not the one that was read up to block \d+/),
  })
  await market.db.update(figureSources).set({ state: {} }).where(eq(figureSources.slug, 'token'))
  expect(await read('token')).toMatchObject({ failure: undefined })
  const onChain = await market.client.readContract({
    abi: erc20Abi,
    address: market.deployment.dollar,
    functionName: 'totalSupply',
  })
  expect((await holders('token')).reduce((sum, { balance }) => sum + balance, 0n)).toBe(onChain)
  expect((await figuresOf('token', 'token_supply')).at(-1)).toBe(String(onChain / 1_000_000n))
  const kept = await market.db.select().from(observations).where(eq(observations.source, 'token'))
  expect(kept).toEqual(expect.arrayContaining(told))
})

test('other settings count from the start, once', async () => {
  await addToken('again')
  await read('again')
  const before = await holders('again')
  expect(before.length).toBeGreaterThan(0)
  await addToken('again', { decimals: 3 })
  expect(await read('again')).toMatchObject({ failure: undefined })
  expect(await holders('again')).toEqual(before)
})

test('a contract of another standard is refused in a sentence', async () => {
  await market.register(market.person(3))
  await nextDay()
  await addToken('wrong', { address: market.deployment.positions })
  expect(await read('wrong')).toMatchObject({
    added: 0,
    failure: expect.stringMatching(/^Block \d+ has a transfer that is not one of erc20\.$/),
  })
  expect(await holders('wrong')).toEqual([])
})
