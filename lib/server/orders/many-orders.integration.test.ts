import { type Address, encodeFunctionData, erc20Abi, type Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getOrder } from '@/db/queries/orders'
import { bulkOrderTypedData, splitBulkSignature } from '@/lib/chain/seaport/bulk-order'
import { orderFromJson } from '@/lib/chain/seaport/order-components'
import { orderHash } from '@/lib/chain/seaport/order-hash'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { postOrders } from './post-orders'
import { prepareBacking } from './prepare-backing'
import { prepareCancelAll } from './prepare-cancel-all'
import { prepareCancelMany } from './prepare-cancel-many'
import { prepareFill } from './prepare-fill'
import { prepareListings, prepareListingsInput } from './prepare-listings'
import { prepareItemOffer } from './prepare-order'

const PRICE = 40_000_000n

let market: TestMarket
let seller: Person
let buyer: Person
let other: Person

beforeAll(async () => {
  market = await createTestMarket()
  seller = market.person(3)
  buyer = market.person(4)
  other = market.person(5)
  await market.fund(buyer, 1_000_000_000n)
}, 120_000)
afterAll(() => market?.close())

/** Signs all that can be listed at once, and splits the signature. */
async function signAtOnce(rows: Awaited<ReturnType<typeof prepareListings>>['rows']) {
  const components = rows.flatMap(({ result }) => (result.ok ? [orderFromJson(result.value.components)] : []))
  const signature = await seller.account.signTypedData(bulkOrderTypedData(market.deployment, components))
  return splitBulkSignature(components, signature)
}

describe('many listings under one signature', () => {
  test('a row that cannot be listed is refused by itself; the others are listed and can be bought', async () => {
    const own = [
      await market.register(seller),
      await market.register(seller),
      await market.register(seller),
      await market.register(seller),
    ]
    const foreign = await market.register(other)
    const endTime = await market.weekAhead()
    const prepared = await prepareListings(market, {
      account: seller.address,
      items: [
        ...own.map((positionId, index) => ({ positionId, price: PRICE + BigInt(index), endTime })),
        { positionId: foreign, price: PRICE, endTime },
        { positionId: 999_999, price: PRICE, endTime },
        { positionId: own[0] as number, price: 1n, endTime },
      ],
    })
    expect(prepared.signsInBulk).toBe(true)
    expect(prepared.approval?.kind).toBe('approve_all_positions')
    expect(prepared.rows.map(({ result }) => (result.ok ? 'ok' : result.error.name))).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
      'NotOwnedError',
      'NotFoundError',
      'InvalidInputError',
    ])

    // one leaves between preparing and posting: it alone is refused
    if (!prepared.approval) throw new Error('nothing to approve')
    await market.send(seller, prepared.approval)
    await market.transfer(seller, other.address, own[3] as number)
    const signed = await signAtOnce(prepared.rows)
    const results = await postOrders(market, { chainId: prepared.chainId, orders: signed })
    expect(results.map((result) => (result.ok ? result.value.status : result.error.name))).toEqual([
      'open',
      'open',
      'open',
      'NotOwnedError',
    ])

    // sent once more, nothing is listed twice
    const again = await postOrders(market, { chainId: prepared.chainId, orders: signed.slice(0, 3) })
    expect(again.map((result) => result.ok && result.value.created)).toEqual([false, false, false])

    for (const [index, { components }] of signed.slice(0, 3).entries()) {
      const hash = orderHash(components)
      const { steps } = await prepareFill(market, { orderHash: hash, account: buyer.address })
      for (const step of steps) await market.send(buyer, step)
      expect(await market.ownerOf(own[index] as number)).toBe(buyer.address)
      expect((await getOrder(market.db, hash))?.status).toBe('filled')
    }
  })

  test('with the approval in place nothing more is asked for', async () => {
    const position = await market.register(seller)
    const { approval } = await prepareListings(market, {
      account: seller.address,
      items: [{ positionId: position, price: PRICE, endTime: await market.weekAhead() }],
    })
    expect(approval).toBeUndefined()
  })

  test('a signature of other listings than those sent is refused, row by row', async () => {
    const ids = [await market.register(seller), await market.register(seller)]
    const endTime = await market.weekAhead()
    const { rows, chainId } = await prepareListings(market, {
      account: seller.address,
      items: ids.map((positionId) => ({ positionId, price: PRICE, endTime })),
    })
    const [first, second] = await signAtOnce(rows)
    if (!first || !second) throw new Error('two are signed')
    const swapped = [
      { components: first.components, signature: second.signature },
      { components: second.components, signature: second.signature },
    ]
    const results = await postOrders(market, { chainId, orders: swapped })
    expect(results.map((result) => (result.ok ? 'ok' : result.error.name))).toEqual([
      'InvalidSignatureError',
      'ok',
    ])
  })

  test('a position twice, none at all, and too many are refused as a whole', () => {
    const item = (positionId: number) => ({ positionId, price: 1, endTime: 1 })
    const parse = (items: object[]) =>
      prepareListingsInput.safeParse({ account: seller.address, items }).success
    expect(parse([item(1), item(2)])).toBe(true)
    expect(parse([item(1), item(1)])).toBe(false)
    expect(parse([])).toBe(false)
    expect(parse(Array.from({ length: 501 }, (_, at) => item(at + 1)))).toBe(false)
  })
})

describe('everything at once is taken back', () => {
  test('and it is said before how many that are', async () => {
    const position = await market.register(other)
    await market.approveAll(other)
    await market.list(other, position, PRICE)
    await market.list(other, position, 2n * PRICE)
    await market.fund(other, PRICE)
    const foreign = await market.register(seller)
    const offer = await market.offer(other, foreign, PRICE)
    const { call, listings, offers } = await prepareCancelAll(market, { account: other.address })
    expect({ listings, offers }).toEqual({ listings: 2, offers: 1 })
    await market.send(other, call)
    expect((await getOrder(market.db, offer.hash))?.status).toBe('counter_moved')
    expect(await prepareCancelAll(market, { account: other.address })).toMatchObject({
      listings: 0,
      offers: 0,
    })
  })
})

describe('several are taken back in one transaction', () => {
  test('those that are over are left out; nobody cancels for another', async () => {
    const position = await market.register(seller)
    const hashes: Hex[] = []
    for (const price of [PRICE, PRICE + 1n, PRICE + 2n])
      hashes.push((await market.list(seller, position, price)).hash)
    const [first, ...rest] = hashes
    if (!first) throw new Error('nothing is listed')
    const ask = (orderHashes: Hex[], account: Address = seller.address) =>
      prepareCancelMany(market, { orderHashes, account })
    await market.send(seller, (await ask([first])).call)
    await expect(ask([first])).rejects.toMatchObject({ name: 'ConflictError' })
    await expect(ask(rest, other.address)).rejects.toMatchObject({ name: 'NotAllowedError' })
    const both = await ask([...hashes, ...rest])
    expect(both).toMatchObject({ count: 2, call: { sentence: 'Takes 2 orders back for ever.' } })
    await market.send(seller, both.call)
    for (const hash of hashes) expect((await getOrder(market.db, hash))?.status).toBe('cancelled')
  })
})

describe('one allowance serves all offers', () => {
  test('a new one asks for what the standing ones need too, the highest on each position', async () => {
    const bidder = market.person(6)
    await market.fund(bidder, 500_000_000n, 0n)
    const [a, b] = [await market.register(seller), await market.register(seller)]
    const prepare = async (positionId: number, price: bigint) =>
      prepareItemOffer(market, {
        account: bidder.address,
        positionId,
        price,
        endTime: await market.weekAhead(),
      })
    const sentence = async (id: number, price: bigint) => (await prepare(id, price)).approvals[0]?.sentence
    expect(await sentence(a, 100_000_000n)).toBe(
      'Allows Seaport to take 100 dollars from your wallet, and no more.',
    )
    await market.fund(bidder, 0n, 100_000_000n)
    await market.offer(bidder, a, 100_000_000n)
    await market.offer(bidder, a, 60_000_000n)
    expect(await sentence(b, 30_000_000n)).toBe(
      'Allows Seaport to take 130 dollars from your wallet, and no more: 30 for this order and 100 for the offers you have signed before.',
    )
    // a higher one on the same position takes the place of the one before it
    expect(await sentence(a, 120_000_000n)).toBe(
      'Allows Seaport to take 120 dollars from your wallet, and no more.',
    )
    expect(await sentence(a, 90_000_000n)).toBeUndefined()
  })

  test('a purchase that uses up what other offers rest on says so before it is paid', async () => {
    const bidder = market.person(9)
    await market.fund(bidder, 200_000_000n, 100_000_000n)
    await market.approveAll(seller)
    const [wanted, sold] = [await market.register(seller), await market.register(seller)]
    await market.offer(bidder, wanted, 90_000_000n)
    const look = async (price: bigint) => {
      const { hash } = await market.list(seller, sold, price)
      return prepareFill(market, { orderHash: hash, account: bidder.address })
    }
    expect(await look(10_000_000n)).toMatchObject({ uncoversOffers: false, steps: [{ kind: 'fill' }] })
    expect(await look(20_000_000n)).toMatchObject({ uncoversOffers: true, steps: [{ kind: 'fill' }] })
    const dear = await look(150_000_000n)
    expect(dear.uncoversOffers).toBe(false)
    expect(dear.steps[0]?.sentence).toContain('150 for this order and 90 for the offers')
  })

  test('an offer that the allowance no longer covers is not acceptable, and says so before any gas', async () => {
    const bidder = market.person(7)
    await market.fund(bidder, 200_000_000n, 50_000_000n)
    const [a, b] = [await market.register(seller), await market.register(seller)]
    const first = await market.offer(bidder, a, 50_000_000n)
    const second = await market.offer(bidder, b, 50_000_000n)
    const accept = (hash: Hex) => prepareFill(market, { orderHash: hash, account: seller.address })
    for (const step of (await accept(first.hash)).steps) await market.send(seller, step)
    expect((await getOrder(market.db, second.hash))?.status).toBe('not_approved')
    await expect(accept(second.hash)).rejects.toMatchObject({
      name: 'MissingApprovalError',
      message: 'The buyer has not approved the market to take the price.',
    })

    // its signer is led back by one approval
    const backing = { orderHash: second.hash, account: bidder.address }
    await market.send(bidder, await prepareBacking(market, backing))
    expect((await getOrder(market.db, second.hash))?.status).toBe('open')
    await expect(prepareBacking(market, backing)).rejects.toMatchObject({ name: 'ConflictError' })
    await expect(prepareBacking(market, { ...backing, account: other.address })).rejects.toMatchObject({
      name: 'NotAllowedError',
    })
  })

  test('an offer whose buyer spent the money is not acceptable', async () => {
    const bidder = market.person(8)
    await market.fund(bidder, 70_000_000n)
    const position = await market.register(seller)
    const { hash } = await market.offer(bidder, position, 70_000_000n)
    await market.send(bidder, {
      to: market.deployment.dollar,
      data: encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [other.address, 1n] }),
    })
    expect((await getOrder(market.db, hash))?.status).toBe('no_funds')
    await expect(prepareFill(market, { orderHash: hash, account: seller.address })).rejects.toMatchObject({
      name: 'InsufficientFundsError',
    })
  })
})

describe('an offer is held to the device as its buyer saw it', () => {
  const changes: [string, (id: number) => Promise<unknown>, string][] = [
    ['moves it to another network', (id) => market.reassign(seller, id, { network: 'radio' }), 'network'],
    ['rewrites its metadata', (id) => market.reassign(seller, id, { metadata: 'second' }), 'metadata'],
    ['gives its use away', (id) => market.setUser(seller, id, other.address, 4_000_000_000n), 'user'],
    [
      'sends it away and gets it back',
      async (id) => {
        await market.transfer(seller, other.address, id)
        await market.transfer(other, seller.address, id)
      },
      'ownership',
    ],
  ]

  test.each(changes)('the holder who %s cannot accept any more', async (_, change, part) => {
    const position = await market.register(seller)
    const { hash } = await market.offer(buyer, position, PRICE)
    const before = await prepareFill(market, { orderHash: hash, account: seller.address })
    await change(position)
    expect((await getOrder(market.db, hash))?.status).toBe('state_changed')
    await expect(prepareFill(market, { orderHash: hash, account: seller.address })).rejects.toMatchObject({
      name: 'StateChangedError',
      details: { parts: [part] },
    })
    // nor by the transaction prepared before
    const fill = before.steps.at(-1)
    if (!fill) throw new Error('nothing to send')
    await expect(
      market.client.call({ account: seller.address, to: fill.to, data: fill.data }),
    ).rejects.toThrow()
    expect(await market.ownerOf(position)).toBe(seller.address)
  })
})
