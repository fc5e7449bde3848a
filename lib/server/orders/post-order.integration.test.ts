import {
  type Hex,
  hexToBigInt,
  numberToHex,
  parseSignature,
  serializeCompactSignature,
  signatureToCompactSignature,
  slice,
  zeroAddress,
  zeroHash,
} from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getOrder } from '@/db/queries/orders'
import { orders } from '@/db/schema'
import { bulkOrderTypedData, splitBulkSignature } from '@/lib/chain/seaport/bulk-order'
import { encodeValidate } from '@/lib/chain/seaport/calls'
import { type OrderComponents, orderFromJson } from '@/lib/chain/seaport/order-components'
import { orderTypedData } from '@/lib/chain/seaport/order-typed-data'
import { HotswapError } from '@/lib/core/errors'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { postOrder } from './post-order'
import { prepareFill } from './prepare-fill'
import { prepareItemOffer, prepareListing } from './prepare-order'

const PRICE = 100_000_000n

let market: TestMarket
let seller: Person
let buyer: Person
let position: number
let components: OrderComponents

beforeAll(async () => {
  market = await createTestMarket()
  seller = market.person(3)
  buyer = market.person(4)
  await market.approveAll(seller)
  await market.fund(buyer, 1_000_000_000n)
}, 120_000)
afterAll(() => market?.close())

beforeEach(async () => {
  position = await market.register(seller)
  components = orderFromJson((await prepare(position)).components)
})

async function prepare(positionId: number) {
  const endTime = await market.weekAhead()
  return prepareListing(market, { account: seller.address, positionId, price: PRICE, endTime })
}

async function signed(change: Partial<OrderComponents> = {}, signer = seller) {
  const changed = { ...components, ...change }
  const signature = await signer.account.signTypedData(orderTypedData(market.deployment, changed))
  return { chainId: market.deployment.chainId, components: changed, signature }
}

async function refusal(input: Parameters<typeof postOrder>[1]): Promise<HotswapError> {
  const before = await market.db.$count(orders)
  const error = await postOrder(market, input).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(await market.db.$count(orders)).toBe(before)
  if (!(error instanceof HotswapError)) throw new Error('the order was not refused', { cause: error })
  return error
}

describe('an order that is good', () => {
  test('is told with fee and net proceeds before it is signed', async () => {
    const prepared = await prepare(position)
    expect(prepared).toMatchObject({ price: PRICE, fee: 1_000_000n, net: 99_000_000n, approvals: [] })
  })

  test('is taken once, however often it is posted', async () => {
    const input = await signed()
    const first = await postOrder(market, input)
    expect(first).toMatchObject({ created: true, status: 'open', positionId: position, warnings: [] })
    expect(await postOrder(market, input)).toEqual({ ...first, created: false })
    const twice = await signed({ salt: 1n })
    const both = await Promise.all([postOrder(market, twice), postOrder(market, twice)])
    expect(both.map((posted) => posted.created).sort()).toEqual([false, true])
    expect(await getOrder(market.db, first.hash)).toMatchObject({
      price: PRICE,
      fee: 1_000_000n,
      bound: true,
      signedState: { tokenId: position, network: 'relay', ownershipNonce: 0, user: null },
    })
  })

  test('is taken with an EIP-2098 signature, and with one that ends in 0 or 1', async () => {
    const input = await signed()
    const compact = serializeCompactSignature(signatureToCompactSignature(parseSignature(input.signature)))
    expect((await postOrder(market, { ...input, signature: compact })).created).toBe(true)

    const other = await signed({ salt: 2n })
    const end = numberToHex(hexToBigInt(slice(other.signature, 64)) - 27n, { size: 1 })
    const raw: Hex = `${slice(other.signature, 0, 64)}${end.slice(2)}` as Hex
    const posted = await postOrder(market, { ...other, signature: raw })
    expect((await getOrder(market.db, posted.hash))?.signature).toBe(other.signature)
    expect(
      (await prepareFill(market, { orderHash: posted.hash, account: buyer.address })).gas,
    ).toBeGreaterThan(0n)
  })

  test('is taken without a signature once it is validated on chain', async () => {
    const data = encodeValidate([{ components, signature: '0x' }])
    const input = { ...(await signed()), signature: '0x' as const }
    expect((await refusal(input)).name).toBe('InvalidSignatureError')
    await market.send(seller, { to: market.deployment.seaport, data })
    const posted = await postOrder(market, input)
    expect(posted).toMatchObject({ created: true, status: 'open' })
    const { steps } = await prepareFill(market, { orderHash: posted.hash, account: buyer.address })
    for (const step of steps) await market.send(buyer, step)
    expect(await market.ownerOf(position)).toBe(buyer.address)
  })

  test('is taken under one bulk signature of many', async () => {
    const others = [await market.register(seller), await market.register(seller)]
    const listings = [components]
    for (const id of others) listings.push(orderFromJson((await prepare(id)).components))
    const signature = await seller.account.signTypedData(bulkOrderTypedData(market.deployment, listings))
    const { chainId } = market.deployment
    const posted = []
    for (const order of splitBulkSignature(listings, signature))
      posted.push(await postOrder(market, { chainId, ...order }))
    expect(posted.map((it) => [it.positionId, it.created, it.status])).toEqual(
      [position, ...others].map((id) => [id, true, 'open']),
    )
    const orderHash = posted[2]?.hash ?? '0x'
    const { steps } = await prepareFill(market, { orderHash, account: buyer.address })
    for (const step of steps) await market.send(buyer, step)
    expect(await market.ownerOf(others[1] ?? 0)).toBe(buyer.address)
  })

  test('is taken outside our zone only with a warning', async () => {
    const posted = await postOrder(
      market,
      await signed({ orderType: 0, zone: zeroAddress, zoneHash: zeroHash }),
    )
    expect(posted).toMatchObject({ created: true, status: 'open', warnings: ['unbound'] })
    await market.reassign(seller, position, { network: 'radio' })
    const { bound } = await prepareFill(market, { orderHash: posted.hash, account: buyer.address })
    expect(bound).toBe(false)
  })
})

describe('an order that is refused, with nothing changed', () => {
  const [money, fee] = [0, 1]
  const item = (index: number, change: object) => () =>
    components.consideration.map((it, at) => (at === index ? { ...it, ...change } : it))
  const cases: [string, () => Partial<OrderComponents>, string][] = [
    ['with no fee', () => ({ consideration: components.consideration.slice(0, 1) }), 'fee'],
    [
      'with a fee to someone else',
      () => ({ consideration: item(fee, { recipient: buyer.address })() }),
      'fee',
    ],
    [
      'with a fee two units short',
      () => ({ consideration: item(fee, { startAmount: 999_998n, endAmount: 999_998n })() }),
      'fee',
    ],
    [
      'with a fee one unit over',
      () => ({ consideration: item(fee, { startAmount: 1_000_001n, endAmount: 1_000_001n })() }),
      'fee',
    ],
    [
      'that pays a third party',
      () => ({ consideration: [...components.consideration, ...components.consideration.slice(0, 1)] }),
      'items',
    ],
    ['with a price that falls', () => ({ consideration: item(money, { endAmount: 1n })() }), 'price_moves'],
    [
      'in another token',
      () => ({ consideration: item(money, { token: market.deployment.seaport })() }),
      'token',
    ],
    ['in ether', () => ({ consideration: item(money, { itemType: 0, token: zeroAddress })() }), 'item_type'],
    [
      'that pays another than its offerer',
      () => ({ consideration: item(money, { recipient: buyer.address })() }),
      'recipient',
    ],
    ['for two positions', () => ({ offer: [...components.offer, ...components.offer] }), 'items'],
    [
      'for another collection',
      () => ({ offer: components.offer.map((it) => ({ ...it, token: market.deployment.dollar })) }),
      'token',
    ],
    [
      'for any position of the collection',
      () => ({ offer: components.offer.map((it) => ({ ...it, itemType: 4, identifierOrCriteria: 0n })) }),
      'item_type',
    ],
    ['that can be filled in parts', () => ({ orderType: 3 }), 'order_type'],
    ['under a zone of its own', () => ({ zone: buyer.address }), 'zone'],
    ['with a conduit', () => ({ conduitKey: numberToHex(1n, { size: 32 }) }), 'conduit'],
    [
      'for longer than 180 days',
      () => ({ endTime: components.startTime + 180n * 86_400n + 1n }),
      'window_too_long',
    ],
    ['that never ends', () => ({ endTime: 2n ** 256n - 1n }), 'window_too_long'],
    ['that is over', () => ({ startTime: 1n, endTime: components.startTime - 1n }), 'expired'],
    ['that ends before it starts', () => ({ startTime: components.endTime + 1n }), 'window_empty'],
  ]
  test.each(cases)('%s', async (_, change, reason) => {
    const error = await refusal(await signed(change()))
    expect(error.name).toBe('InvalidOrderError')
    expect(error.details?.reason).toBe(reason)
  })

  test('on another chain', async () => {
    expect((await refusal({ ...(await signed()), chainId: 1 })).name).toBe('WrongChainError')
  })

  test('signed by someone else, or over other terms', async () => {
    expect((await refusal(await signed({}, buyer))).name).toBe('InvalidSignatureError')
    const { signature } = await signed()
    expect((await refusal({ ...(await signed({ salt: 9n })), signature })).name).toBe('InvalidSignatureError')
    expect((await refusal({ ...(await signed()), signature: '0x12' })).name).toBe('InvalidSignatureError')
  })

  test('for a position that does not exist', async () => {
    const offer = components.offer.map((it) => ({ ...it, identifierOrCriteria: 9_999n }))
    expect((await refusal(await signed({ offer }))).name).toBe('NotFoundError')
  })

  test('of someone who does not hold the position', async () => {
    const consideration = item(money, { recipient: buyer.address })()
    const input = await signed({ offerer: buyer.address, consideration }, buyer)
    expect((await refusal(input)).name).toBe('NotOwnedError')
    await expect(
      prepareListing(market, {
        account: buyer.address,
        positionId: position,
        price: PRICE,
        endTime: await market.weekAhead(),
      }),
    ).rejects.toMatchObject({ name: 'NotOwnedError' })
  })

  test('bound to a state the position is not in', async () => {
    const input = await signed()
    await market.reassign(seller, position, { network: 'radio' })
    expect((await refusal(input)).name).toBe('StateChangedError')
  })

  test('under a counter that has moved', async () => {
    expect((await refusal(await signed({ counter: 5n }))).name).toBe('CounterMovedError')
  })

  test('of a seller without approval, who is told what to approve', async () => {
    await market.approveAll(seller, false)
    expect((await refusal(await signed())).name).toBe('MissingApprovalError')
    const prepared = await prepare(position)
    expect(prepared.approvals.map((call) => call.kind)).toEqual(['approve_position', 'approve_all_positions'])
    for (const call of prepared.approvals.slice(0, 1)) await market.send(seller, call)
    expect((await postOrder(market, await signed())).created).toBe(true)
    await market.approveAll(seller)
  })

  test('when it was filled or cancelled before it was posted', async () => {
    const posted = await postOrder(market, await signed())
    const { steps } = await prepareFill(market, { orderHash: posted.hash, account: buyer.address })
    for (const step of steps) await market.send(buyer, step)
    await market.db.delete(orders)
    expect((await refusal(await signed())).name).toBe('OrderAlreadyFilledError')
  })

  test('of a buyer who has not the money, or offers for what is theirs', async () => {
    const terms = { positionId: position, endTime: await market.weekAhead() }
    await expect(
      prepareItemOffer(market, { ...terms, account: market.person(9).address, price: PRICE }),
    ).rejects.toMatchObject({ name: 'InsufficientFundsError' })
    await expect(
      prepareItemOffer(market, { ...terms, account: seller.address, price: PRICE }),
    ).rejects.toMatchObject({ name: 'SelfTradeError' })
  })
})
