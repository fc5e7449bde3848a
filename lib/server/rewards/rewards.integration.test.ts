import { eq, sql } from 'drizzle-orm'
import {
  bytesToHex,
  createWalletClient,
  decodeFunctionResult,
  encodeFunctionData,
  http,
  keccak256,
  parseEventLogs,
  stringToBytes,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastRewardFiles, rewardFileText } from '@/db/queries/reward-files'
import { rewardsOfAccount, rewardsOfPosition } from '@/db/queries/rewards'
import { ledger, networkMonths, rewardClaims, rewardFiles, rewardRoots } from '@/db/schema'
import { rewardDistributorAbi as abi } from '@/lib/chain/abi/generated/rewardDistributor'
import { localAccount, localAccounts } from '@/lib/chain/deploy/local-accounts'
import { toShortString } from '@/lib/chain/ids'
import { checkRewardFile } from '@/lib/chain/rewards/check-reward-file'
import { leavesOf, parseRewardFile } from '@/lib/chain/rewards/reward-file'
import { createIndexer } from '@/lib/indexer'
import { createJsonRpc, type JsonRpc } from '@/lib/indexer/source/json-rpc'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import type { Operation } from '../api/operation'
import { getRewardFile } from '../api/operations/get-reward-file'
import { listRewardEpochs } from '../api/operations/list-reward-epochs'
import { closeEpochs } from './close-epochs'
import { makeFiles } from './make-files'
import { prepareClaim } from './prepare-claim'
import type { RewardPublisher } from './reward-publisher'

const FINALITY = 4
const LENGTH = 60
let market: TestMarket
let seller: Person
let buyer: Person
let stranger: Person
let by: RewardPublisher
let rpc: JsonRpc
let indexer: ReturnType<typeof createIndexer>

beforeAll(async () => {
  market = await createTestMarket()
  const { db, client, publicUrl, chain } = market
  ;[seller, buyer, stranger] = [market.person(3), market.person(4), market.person(5)]
  rpc = createJsonRpc(chain.rpcUrl)
  const deployment = { ...market.deployment, finalityDepth: FINALITY }
  indexer = createIndexer({ db, rpcUrl: chain.rpcUrl, deployment })
  const key = localAccount(localAccounts.rewardPublisher).getHdKey().privateKey
  if (!key) throw new Error('the local mnemonic has private keys')
  const publisher = privateKeyToAccount(bytesToHex(key))
  by = { client, deployment, publicUrl, publisher, epochLength: LENGTH }
  // a dollar and a half a second for each node: 30 days of June, one node
  await db.insert(networkMonths).values({
    network: 'relay',
    month: '2023-06-01',
    rewardsUsd: String(1.5 * 30 * 86_400),
    activeNodes: 1,
    source: 'test',
  })
}, 120_000)
afterAll(() => market?.close())

const head = async () => Number((await market.client.getBlock()).timestamp)
const now = async () => new Date((await head()) * 1000)

/** The chain at this second, with enough blocks on it for that to be final; all of it read. */
async function passTo(second: number) {
  await rpc.call('evm_setNextBlockTimestamp', [second])
  await rpc.call('evm_mine', [])
  await rpc.call('anvil_mine', [FINALITY])
  await indexer.syncToHead()
}

/** The next second that starts an epoch, at least `ahead` from now. */
async function boundary(ahead: number) {
  return Math.ceil(((await head()) + ahead) / LENGTH) * LENGTH
}

async function lastText(network: string): Promise<string> {
  const last = (await lastRewardFiles(market.db)).get(network)
  const file = last && (await rewardFileText(market.db, network, last.epoch))
  if (!file) throw new Error(`there is no file of ${network}`)
  return file.text
}

async function at(second: number) {
  await rpc.call('evm_setNextBlockTimestamp', [second])
}

async function close() {
  const closed = await closeEpochs(market.db, by)
  await indexer.syncToHead()
  return closed
}

async function claimAll(who: Person, sentBy = who) {
  const prepared = await prepareClaim(market, { account: who.address })
  if (!prepared) return 0n
  const wallet = createWalletClient({
    account: sentBy.account,
    chain: market.client.chain,
    transport: http(market.chain.rpcUrl),
  })
  const hash = await wallet.sendTransaction({ to: prepared.call.to, data: prepared.call.data })
  const receipt = await market.client.waitForTransactionReceipt({ hash, pollingInterval: 50 })
  expect(receipt.status).toBe('success')
  await indexer.syncToHead()
  return parseEventLogs({ abi, logs: receipt.logs, eventName: 'RewardClaimed' }).reduce(
    (sum, { args }) => sum + args.amount,
    0n,
  )
}

test('a sale splits the reward at its second, and both claim their part', async () => {
  const start = await boundary(200)
  await at(start)
  const id = await market.register(seller)
  await at(start + 20)
  await market.transfer(seller, buyer.address, id)
  await passTo(start + LENGTH)
  expect(await close()).toEqual({ made: ['relay'], published: ['relay'] })

  const rows = await rewardsOfPosition(market.db, id, new Date((start + LENGTH) * 1000))
  expect(rows.map(({ account, claimable }) => [account, claimable])).toEqual(
    expect.arrayContaining([
      [seller.address, 30_000_000n],
      [buyer.address, 60_000_000n],
    ]),
  )
  const before = await market.balanceOf(seller.address)
  // a stranger pays the gas; the seller is paid
  expect(await claimAll(seller, stranger)).toBe(30_000_000n)
  expect((await market.balanceOf(seller.address)) - before).toBe(30_000_000n)
  expect(await claimAll(buyer)).toBe(60_000_000n)
  const lines = await market.db.select().from(ledger).where(eq(ledger.kind, 'reward_claimed'))
  expect(lines).toMatchObject([
    { positionId: id, account: seller.address, data: { network: 'relay', amount: '30000000' } },
    { positionId: id, account: buyer.address, data: { network: 'relay', amount: '60000000' } },
  ])
  expect(await prepareClaim(market, { account: seller.address })).toBeUndefined()

  await passTo(start + 3 * LENGTH)
  await close()
  const [own] = (await rewardsOfAccount(market.db, buyer.address, await now())).filter(
    (row) => row.positionId === id,
  )
  expect(own).toMatchObject({ published: 240_000_000n, claimed: 60_000_000n, claimable: 180_000_000n })
  const former = (await rewardsOfAccount(market.db, seller.address, await now())).find(
    (row) => row.positionId === id,
  )
  expect(former).toMatchObject({ published: 30_000_000n, claimed: 30_000_000n, claimable: 0n, accruing: 0n })
})

test('closing again changes nothing; an epoch that was missed is made up for by a longer one', async () => {
  const files = await market.db.$count(rewardFiles)
  expect(await close()).toEqual({ made: [], published: [] })
  expect(await market.db.$count(rewardFiles)).toBe(files)
  const end = await boundary(5 * LENGTH)
  await passTo(end)
  await close()
  const file = parseRewardFile(await lastText('relay'))
  expect(file.epoch).toBe(end)
  expect(file.epoch - file.from).toBeGreaterThanOrEqual(5 * LENGTH)
})

test('a run cut off between the file and the root is finished by the next', async () => {
  await passTo(await boundary(LENGTH))
  expect(await makeFiles(market.db, by)).toEqual(['relay'])
  // nothing of it can be claimed yet, nor is another file made
  expect(await makeFiles(market.db, by)).toEqual([])
  const [row] = await rewardsOfAccount(market.db, buyer.address, await now())
  const published = row?.published ?? 0n
  expect((await close()).published).toEqual(['relay'])
  const [after] = await rewardsOfAccount(market.db, buyer.address, await now())
  expect(after && after.published > published).toBe(true)
})

test('two at once publish once', async () => {
  await passTo(await boundary(LENGTH))
  const runs = await Promise.allSettled([closeEpochs(market.db, by), closeEpochs(market.db, by)])
  expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true)
  await indexer.syncToHead()
  const { rows } = await market.db.execute<{ n: string }>(
    sql`select count(*) as n from reward_roots group by network, epoch having count(*) > 1`,
  )
  expect(rows).toEqual([])
})

test('a reorganisation takes roots and claims back, and both come again', async () => {
  await passTo(await boundary(LENGTH))
  await close()
  const roots = await market.db.$count(rewardRoots)
  const claims = await market.db.$count(rewardClaims)
  const claimed = await claimAll(buyer)
  expect(claimed > 0n).toBe(true)
  expect(await market.db.$count(rewardClaims)).toBe(claims + 1)

  // the last two blocks: publication and claim
  await rpc.call('anvil_reorg', [2, []])
  await rpc.call('evm_mine', [])
  await indexer.syncToHead()
  expect(await market.db.$count(rewardRoots)).toBe(roots - 1)
  expect(await market.db.$count(rewardClaims)).toBe(claims)
  expect((await close()).published).toEqual(['relay'])
  expect(await claimAll(buyer)).toBe(claimed)
})

test('a position earns in its new network from the second it is reassigned', async () => {
  await market.db.insert(networkMonths).values({
    network: 'radio',
    month: '2023-06-01',
    rewardsUsd: String(3 * 30 * 86_400),
    activeNodes: 1,
    source: 'test',
  })
  const start = await boundary(LENGTH)
  await at(start)
  const id = await market.register(stranger)
  await at(start + 10)
  await market.reassign(stranger, id, { network: 'radio' })
  await passTo(start + LENGTH)
  await close()
  const rows = await rewardsOfPosition(market.db, id, new Date((start + LENGTH) * 1000))
  expect(rows.map(({ network, published }) => [network, published])).toEqual([
    ['radio', 150_000_000n],
    ['relay', 15_000_000n],
  ])
  // both in one transaction
  expect(await claimAll(stranger)).toBe(165_000_000n)
})

test('the estimate is what the next file says', async () => {
  const end = await boundary(LENGTH)
  await passTo(end)
  const before = await rewardsOfAccount(market.db, buyer.address, new Date(end * 1000))
  await close()
  const after = await rewardsOfAccount(market.db, buyer.address, new Date(end * 1000))
  expect(before.some(({ accruing }) => accruing > 0n)).toBe(true)
  for (const row of before) {
    const next = after.find((it) => it.positionId === row.positionId && it.network === row.network)
    expect(next?.published).toBe(row.published + row.accruing)
  }
})

test('anyone recomputes a file from the chain; whatever is changed in it is found by name', async () => {
  const text = await lastText('relay')
  const check = (changed: string) => checkRewardFile(market.client, changed)
  expect(await check(text)).toMatchObject({ ok: true })

  const file = JSON.parse(text)
  const leaf = file.leaves[0]
  const changed = (change: object) => JSON.stringify({ ...file, ...change })
  const more = { ...leaf, cumulative: String(BigInt(leaf.cumulative) + 1n) }
  expect(await check(changed({ leaves: [more, ...file.leaves.slice(1)] }))).toMatchObject({
    ok: false,
    difference: expect.stringContaining(`position ${leaf.position}`),
  })
  expect(await check(changed({ root: `0x${'11'.repeat(32)}` }))).toMatchObject({ ok: false })
  const tenure = file.tenures[0]
  const longer = { ...tenure, account: seller.address === tenure.account ? buyer.address : seller.address }
  expect(await check(changed({ tenures: [longer, ...file.tenures.slice(1)] }))).toMatchObject({
    ok: false,
    difference: expect.stringContaining(`position ${tenure.position}`),
  })
  expect(await check(changed({ tenures: file.tenures.slice(1) }))).toMatchObject({
    ok: false,
    difference: expect.stringContaining(`position ${tenure.position}`),
  })
  expect(await check(changed({ block: { ...file.block, hash: `0x${'22'.repeat(32)}` } }))).toMatchObject({
    ok: false,
    difference: expect.stringContaining('block'),
  })
  await expect(check('{}')).rejects.toMatchObject({ name: 'InvalidInputError' })
})

test('the API lists the epochs and serves each file byte for byte as its hash was published', async () => {
  const serve = async (operation: Operation, path: string, params: Record<string, string>) => {
    const request = new Request(`http://localhost${path}`)
    const handler = operation.serve({ context: () => market })
    const response = await handler(request, { params: Promise.resolve(params) })
    expect(response.status).toBe(200)
    const text = await response.text()
    operation.answers[200]?.schema.parse(JSON.parse(text))
    return text
  }
  const page = JSON.parse(await serve(listRewardEpochs, '/?limit=2', { network: 'relay' }))
  expect(page.data).toHaveLength(2)
  expect(page.data[0].epoch).toBeGreaterThan(page.data[1].epoch)
  expect(page.next).not.toBeNull()
  for (const { epoch, fileHash } of page.data) {
    const text = await serve(getRewardFile, '/', { network: 'relay', epoch: String(epoch) })
    expect(keccak256(stringToBytes(text))).toBe(fileHash)
  }
})

test('what the library proves the contract pays, leaf by leaf', async () => {
  let checked = 0
  for (const [network, { epoch }] of await lastRewardFiles(market.db)) {
    const file = parseRewardFile(await lastText(network))
    const slug = toShortString(network)
    for (const { positionId, account, cumulative } of leavesOf(file)) {
      const claimed = await market.client.readContract({
        address: market.deployment.rewards,
        abi,
        functionName: 'claimed',
        args: [slug, account, BigInt(positionId)],
      })
      const prepared = await prepareClaim(market, { account })
      if (claimed === cumulative || !prepared) continue
      const { data } = await market.client.call({ account, ...prepared.call })
      expect(decodeFunctionResult({ abi, functionName: 'claim', data: data ?? '0x' })).toBe(prepared.amount)
      checked += 1
    }
    expect(
      await market.client.readContract({
        address: market.deployment.rewards,
        abi,
        functionName: 'rootOf',
        args: [slug, BigInt(epoch)],
      }),
    ).toBe(file.root)
  }
  expect(checked).toBeGreaterThan(0)
  // a claim of more than the leaf says is refused by name
  const data = encodeFunctionData({
    abi,
    functionName: 'claim',
    args: [
      [
        {
          network: toShortString('relay'),
          epoch: BigInt((await lastRewardFiles(market.db)).get('relay')?.epoch ?? 0),
          account: buyer.address,
          positionId: 1n,
          cumulative: 10n ** 12n,
          proof: [],
        },
      ],
    ],
  })
  await expect(
    market.client.call({ account: buyer.address, to: market.deployment.rewards, data }),
  ).rejects.toThrow()
})
