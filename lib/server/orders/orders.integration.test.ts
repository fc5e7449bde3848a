import { createWalletClient, type Hex, http } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getOrder } from '@/db/queries/orders'
import { explainRevert } from '@/lib/chain/errors/decode-revert'
import { encodeFulfillAdvancedOrder } from '@/lib/chain/seaport/calls'
import { NotAllowedError, NotFoundError } from '@/lib/core/errors'
import {
  CounterMovedError,
  InsufficientFundsError,
  InvalidTimeError,
  MissingApprovalError,
  NotOwnedError,
  OrderAlreadyFilledError,
  OrderCancelledError,
  SelfTradeError,
} from '@/lib/market/order-errors'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { findOrder } from './find-order'
import { prepareCancel } from './prepare-cancel'
import { prepareFill } from './prepare-fill'

const PRICE = 250_000_000n
const FEE = 2_500_000n

let market: TestMarket
let seller: Person
let buyer: Person
let other: Person

beforeAll(async () => {
  market = await createTestMarket()
  seller = market.person(3)
  buyer = market.person(4)
  other = market.person(5)
  await market.approveAll(seller)
  await market.fund(buyer, 100_000_000_000n)
  await market.fund(other, 100_000_000_000n)
}, 120_000)
afterAll(() => market?.close())

const prepare = (orderHash: Hex, who: Person) => prepareFill(market, { orderHash, account: who.address })

async function fill(orderHash: Hex, who: Person) {
  let prepared = await prepare(orderHash, who)
  for (const approval of prepared.steps.slice(0, -1)) await market.send(who, approval)
  if (prepared.steps.length > 1) prepared = await prepare(orderHash, who)
  expect(prepared.steps.map((step) => step.kind)).toEqual(['fill'])
  expect(prepared.gas).toBeGreaterThan(0n)
  for (const step of prepared.steps) await market.send(who, step)
}

describe('a position changes hands', () => {
  test('by a listing: the seller gets the price less the fee, the buyer the position', async () => {
    const position = await market.register(seller)
    const listing = await market.list(seller, position, PRICE)
    expect(listing).toMatchObject({ created: true, status: 'open', kind: 'listing', warnings: [] })

    const before = await market.balanceOf(seller.address)
    const fees = await market.balanceOf(market.deployment.fee.recipient)
    await fill(listing.hash, buyer)
    expect(await market.ownerOf(position)).toBe(buyer.address)
    expect(await market.balanceOf(seller.address)).toBe(before + PRICE - FEE)
    expect(await market.balanceOf(market.deployment.fee.recipient)).toBe(fees + FEE)
    expect((await getOrder(market.db, listing.hash))?.status).toBe('filled')
  })

  test('by an item offer: its holder accepts, without approving dollars for the fee', async () => {
    const position = await market.register(seller)
    const offer = await market.offer(buyer, position, PRICE)
    expect(offer).toMatchObject({ created: true, status: 'open', kind: 'item_offer' })
    await expect(prepare(offer.hash, other)).rejects.toBeInstanceOf(NotOwnedError)

    const before = await market.balanceOf(seller.address)
    await fill(offer.hash, seller)
    expect(await market.ownerOf(position)).toBe(buyer.address)
    expect(await market.balanceOf(seller.address)).toBe(before + PRICE - FEE)
  })

  test('as a present: the advanced fill gives the position to someone else than the payer', async () => {
    const position = await market.register(seller)
    const { hash } = await market.list(seller, position, PRICE)
    const { order } = await findOrder(market, hash)
    const data = encodeFulfillAdvancedOrder(order, { recipient: other.address })
    await market.send(buyer, { to: market.deployment.seaport, data })
    expect(await market.ownerOf(position)).toBe(other.address)
  })
})

describe('two buyers want the same position', () => {
  let hash: Hex
  beforeEach(async () => {
    hash = (await market.list(seller, await market.register(seller), PRICE)).hash
  })

  test('the second is told so before paying', async () => {
    await fill(hash, buyer)
    const refusal = await prepare(hash, other).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(OrderAlreadyFilledError)
    expect(String(refusal)).toContain('Someone has already filled this order.')
  })

  test('the second had prepared a second earlier, and its transaction is reverted with the same words', async () => {
    const late = (await prepare(hash, other)).steps[0]
    if (!late) throw new Error('nothing to send')
    await fill(hash, buyer)

    const { client } = market
    const failure = await client
      .call({ account: other.address, to: late.to, data: late.data })
      .catch(explainRevert)
    expect(failure).toBeInstanceOf(OrderAlreadyFilledError)
    const wallet = createWalletClient({
      account: other.account,
      chain: client.chain,
      transport: http(market.chain.rpcUrl),
    })
    const before = await market.balanceOf(other.address)
    const sent = await wallet.sendTransaction({ to: late.to, data: late.data, gas: 500_000n })
    expect((await client.waitForTransactionReceipt({ hash: sent })).status).toBe('reverted')
    expect(await market.balanceOf(other.address)).toBe(before)
  })
})

describe('who cannot fill', () => {
  let hash: Hex
  beforeAll(async () => {
    hash = (await market.list(seller, await market.register(seller), PRICE)).hash
  })

  test('a buyer without dollars', async () => {
    const poor = market.person(6)
    await market.fund(poor, PRICE - 1n)
    const refusal = await prepare(hash, poor).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(InsufficientFundsError)
    expect(refusal).toMatchObject({
      message: 'Your wallet holds 249.999999 dollars; the price is 250.',
      details: { asset: 'dollar', needed: '250000000', held: '249999999' },
    })
  })

  test('a buyer without approval is led through it, to the exact amount', async () => {
    const careful = market.person(7)
    await market.fund(careful, PRICE, PRICE - 1n)
    const { steps, gas } = await prepare(hash, careful)
    expect(steps.map((step) => step.kind)).toEqual(['approve_dollars', 'fill'])
    expect(steps[0]?.sentence).toBe('Allows Seaport to take 250 dollars from your wallet, and no more.')
    expect(gas).toBeUndefined()

    const late = steps[1]
    if (!late) throw new Error('no fill')
    const failure = await market.client
      .call({ account: careful.address, to: late.to, data: late.data })
      .catch(explainRevert)
    expect(failure).toBeInstanceOf(MissingApprovalError)
  })

  test('a buyer with dollars and nothing to pay gas with', async () => {
    const dry = market.person(8)
    await market.fund(dry, PRICE)
    await setBalance(dry, 1n)
    await expect(prepare(hash, dry)).rejects.toMatchObject({
      name: 'InsufficientFundsError',
      details: { asset: 'gas' },
    })
  })

  test('the seller', async () => {
    await expect(prepare(hash, seller)).rejects.toBeInstanceOf(SelfTradeError)
  })

  test('anyone, an order that is not here', async () => {
    await expect(prepare(`0x${'00'.repeat(32)}`, buyer)).rejects.toBeInstanceOf(NotFoundError)
  })

  test('anyone, once it has expired', async () => {
    market.shiftClock(8 * 86_400_000)
    const refusal = await prepare(hash, buyer).catch((error: unknown) => error)
    market.shiftClock(0)
    expect(refusal).toBeInstanceOf(InvalidTimeError)
  })
})

async function setBalance(who: Person, value: bigint) {
  await fetch(market.chain.rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'anvil_setBalance',
      params: [who.address, `0x${value.toString(16)}`],
    }),
  })
}

describe('a seller takes a listing back', () => {
  test('that one', async () => {
    const position = await market.register(seller)
    const [first, second] = [
      await market.list(seller, position, PRICE),
      await market.list(seller, position, 2n * PRICE),
    ]
    const { cancel } = await prepareCancel(market, { orderHash: first.hash, account: seller.address })
    await market.send(seller, cancel)
    await expect(prepare(first.hash, buyer)).rejects.toBeInstanceOf(OrderCancelledError)
    expect((await getOrder(market.db, first.hash))?.status).toBe('cancelled')
    expect((await prepare(second.hash, buyer)).steps).toHaveLength(1)
    await expect(
      prepareCancel(market, { orderHash: first.hash, account: seller.address }),
    ).rejects.toBeInstanceOf(OrderCancelledError)
  })

  test('all at once', async () => {
    const { hash } = await market.list(seller, await market.register(seller), PRICE)
    const { cancelAll } = await prepareCancel(market, { orderHash: hash, account: seller.address })
    await market.send(seller, cancelAll)
    await expect(prepare(hash, buyer)).rejects.toBeInstanceOf(CounterMovedError)
    expect((await getOrder(market.db, hash))?.status).toBe('counter_moved')
    // the next listing is signed under the new counter
    const next = await market.list(seller, await market.register(seller), PRICE)
    expect(next.status).toBe('open')
  })

  test('and nobody else can', async () => {
    const { hash } = await market.list(seller, await market.register(seller), PRICE)
    await expect(prepareCancel(market, { orderHash: hash, account: other.address })).rejects.toBeInstanceOf(
      NotAllowedError,
    )
  })
})
