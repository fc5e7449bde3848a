import { bytesToHex, type Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { bulkOrderTypedData, splitBulkSignature } from '@/lib/chain/seaport/bulk-order'
import { orderFromJson } from '@/lib/chain/seaport/order-components'
import type { InvalidOrderError } from '@/lib/market/order-errors'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { createSeaportJs, forSeaportJs, type SeaportJs } from '@/test/seaport-js'
import { findOrder } from './find-order'
import { postOrder } from './post-order'
import { postOrders } from './post-orders'
import { prepareFill } from './prepare-fill'
import { prepareListings } from './prepare-listings'
import { prepareItemOffer } from './prepare-order'

const PRICE = 80_000_000n

let market: TestMarket
let seller: Person
let buyer: Person
let sellersSeaport: SeaportJs
let buyersSeaport: SeaportJs

beforeAll(async () => {
  market = await createTestMarket()
  seller = market.person(3)
  buyer = market.person(4)
  sellersSeaport = createSeaportJs({ ...market.chain, ...market.deployment, privateKey: keyOf(seller) })
  buyersSeaport = createSeaportJs({ ...market.chain, ...market.deployment, privateKey: keyOf(buyer) })
  await market.approveAll(seller)
  await market.fund(buyer, 1_000_000_000n)
}, 120_000)
afterAll(async () => {
  sellersSeaport?.close()
  buyersSeaport?.close()
  await market?.close()
})

function keyOf(person: Person): Hex {
  const key = person.account.getHdKey().privateKey
  if (!key) throw new Error('a local account has a key')
  return bytesToHex(key)
}

/** A listing made and signed by seaport-js alone, for our zone, with our fee. */
async function listThroughSeaportJs(position: number, feeBasisPoints = 100) {
  const { deployment, client } = market
  const zoneHash = await client.readContract({
    address: deployment.positions,
    abi: devicePositionsAbi,
    functionName: 'stateHash',
    args: [BigInt(position)],
  })
  const { executeAllActions } = await sellersSeaport.seaport.createOrder({
    offer: [{ itemType: 2, token: deployment.positions, identifier: position.toString() }],
    consideration: [{ token: deployment.dollar, amount: PRICE.toString() }],
    fees: [{ recipient: deployment.fee.recipient, basisPoints: feeBasisPoints }],
    zone: deployment.zone,
    zoneHash,
    restrictedByZone: true,
    startTime: Number((await client.getBlock()).timestamp),
    endTime: await market.weekAhead(),
  })
  const { parameters, signature } = await executeAllActions()
  const text = (value: unknown) => BigInt(String(value)).toString()
  const item = (it: (typeof parameters.offer)[number]) => ({
    itemType: Number(it.itemType),
    token: it.token,
    identifierOrCriteria: text(it.identifierOrCriteria),
    startAmount: text(it.startAmount),
    endAmount: text(it.endAmount),
  })
  const components = orderFromJson({
    offerer: parameters.offerer,
    zone: parameters.zone,
    offer: parameters.offer.map(item),
    consideration: parameters.consideration.map((it) => ({ ...item(it), recipient: it.recipient })),
    orderType: Number(parameters.orderType),
    startTime: text(parameters.startTime),
    endTime: text(parameters.endTime),
    zoneHash: parameters.zoneHash,
    salt: text(parameters.salt),
    conduitKey: parameters.conduitKey,
    counter: text(parameters.counter),
  })
  return { chainId: deployment.chainId, components, signature: signature as Hex }
}

test('an order signed through seaport-js is taken here and filled by us', async () => {
  const position = await market.register(seller)
  const posted = await postOrder(market, await listThroughSeaportJs(position))
  expect(posted).toMatchObject({ created: true, status: 'open', warnings: [] })

  const { steps } = await prepareFill(market, { orderHash: posted.hash, account: buyer.address })
  for (const step of steps) await market.send(buyer, step)
  expect(await market.ownerOf(position)).toBe(buyer.address)
})

test('an order signed through seaport-js with another fee is refused by name', async () => {
  const position = await market.register(seller)
  await expect(postOrder(market, await listThroughSeaportJs(position, 50))).rejects.toMatchObject({
    name: 'InvalidOrderError',
    details: { reason: 'fee', expected: '800000', given: '400000' },
  } satisfies Partial<InvalidOrderError>)
})

test('an order signed with our builder is filled by seaport-js', async () => {
  const position = await market.register(seller)
  const { hash } = await market.list(seller, position, PRICE)
  const { order } = await findOrder(market, hash)
  const parameters = forSeaportJs(order.components)
  const { executeAllActions } = await buyersSeaport.seaport.fulfillOrder({
    order: { parameters, signature: order.signature },
    accountAddress: buyersSeaport.address,
  })
  const transaction = await executeAllActions()
  await transaction.wait()
  expect(await market.ownerOf(position)).toBe(buyer.address)
})

test('an item offer of ours is accepted by seaport-js', async () => {
  const position = await market.register(seller)
  await market.fund(buyer, PRICE)
  const { hash } = await market.offer(buyer, position, PRICE)
  const { order } = await findOrder(market, hash)
  const { executeAllActions } = await sellersSeaport.seaport.fulfillOrder({
    order: { parameters: forSeaportJs(order.components), signature: order.signature },
    accountAddress: sellersSeaport.address,
  })
  const transaction = await executeAllActions()
  await transaction.wait()
  expect(await market.ownerOf(position)).toBe(buyer.address)
})

test('listings under one signature of ours are each filled by seaport-js', async () => {
  const ids = [await market.register(seller), await market.register(seller), await market.register(seller)]
  await market.fund(buyer, 3n * PRICE)
  const { rows, chainId } = await prepareListings(market, {
    account: seller.address,
    items: await Promise.all(
      ids.map(async (positionId) => ({ positionId, price: PRICE, endTime: await market.weekAhead() })),
    ),
  })
  const components = rows.flatMap(({ result }) => (result.ok ? [orderFromJson(result.value.components)] : []))
  expect(components).toHaveLength(3)
  const signature = await seller.account.signTypedData(bulkOrderTypedData(market.deployment, components))
  const signed = splitBulkSignature(components, signature)
  const posted = await postOrders(market, { chainId, orders: signed })
  for (const [index, order] of signed.entries()) {
    const parameters = forSeaportJs(order.components)
    const hash = buyersSeaport.seaport.getOrderHash(parameters)
    expect(posted[index]).toMatchObject({ ok: true, value: { hash, status: 'open' } })
    const { executeAllActions } = await buyersSeaport.seaport.fulfillOrder({
      order: { parameters, signature: order.signature },
      accountAddress: buyersSeaport.address,
    })
    await (await executeAllActions()).wait()
    expect(await market.ownerOf(ids[index] as number)).toBe(buyer.address)
  }
})

test('offers signed at once by seaport-js are taken here, with the same hashes', async () => {
  const positions = [await market.register(seller), await market.register(seller)]
  await market.fund(buyer, 3n * PRICE)
  const prepared = []
  for (const positionId of positions) {
    const endTime = await market.weekAhead()
    const terms = { account: buyer.address, positionId, price: PRICE, endTime }
    prepared.push(await prepareItemOffer(market, terms))
  }
  const components = prepared.map((order) => orderFromJson(order.components))
  const signed = await buyersSeaport.seaport.signBulkOrder(components.map(forSeaportJs))
  const posted = await postOrders(market, {
    chainId: market.deployment.chainId,
    orders: components.map((order, index) => ({
      components: order,
      signature: signed[index]?.signature as Hex,
    })),
  })
  expect(posted.map((result) => result.ok && result.value)).toMatchObject(
    prepared.map(({ hash }) => ({ hash, kind: 'item_offer', status: 'open' })),
  )
  expect(components.map((order) => buyersSeaport.seaport.getOrderHash(forSeaportJs(order)))).toEqual(
    prepared.map(({ hash }) => hash),
  )
  const [first] = prepared
  if (!first) throw new Error('nothing was prepared')
  const { steps } = await prepareFill(market, { orderHash: first.hash, account: seller.address })
  for (const step of steps) await market.send(seller, step)
  expect(await market.ownerOf(positions[0] as number)).toBe(buyer.address)
})
