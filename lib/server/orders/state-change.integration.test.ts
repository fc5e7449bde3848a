import type { Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getOrder } from '@/db/queries/orders'
import { explainRevert } from '@/lib/chain/errors/decode-revert'
import {
  encodeFulfillAdvancedOrder,
  encodeFulfillBasicOrder,
  encodeFulfillOrder,
} from '@/lib/chain/seaport/calls'
import type { SignedOrder } from '@/lib/chain/seaport/order-components'
import { MissingApprovalError, NotOwnedError, StateChangedError } from '@/lib/market/order-errors'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { findOrder } from './find-order'
import { prepareFill } from './prepare-fill'

const PRICE = 100_000_000n

let market: TestMarket
let seller: Person
let buyer: Person
let friend: Person

beforeAll(async () => {
  market = await createTestMarket()
  seller = market.person(3)
  buyer = market.person(4)
  friend = market.person(5)
  await market.approveAll(seller)
  await market.fund(buyer, 100_000_000_000n)
}, 120_000)
afterAll(() => market?.close())

/** What our own page would be told. */
async function refusalOfPage(orderHash: Hex): Promise<unknown> {
  return prepareFill(market, { orderHash, account: buyer.address }).then(
    () => undefined,
    (error: unknown) => error,
  )
}

/** What the chain itself says to a buyer who has funds and approval and asks nobody, by each of Seaport's doors. */
async function refusalsOfChain(orderHash: Hex): Promise<unknown[]> {
  const { order } = await findOrder(market, orderHash)
  const doors: ((order: SignedOrder) => Hex)[] = [
    encodeFulfillBasicOrder,
    encodeFulfillOrder,
    (it) => encodeFulfillAdvancedOrder(it, { recipient: buyer.address }),
  ]
  return Promise.all(
    doors.map((encode) =>
      market.client
        .call({ account: buyer.address, to: market.deployment.seaport, data: encode(order) })
        .then(() => undefined, explainRevert),
    ),
  )
}

describe('a seller who changes the device between signature and fill', () => {
  const future = 4_000_000_000n
  const changes: [string, (id: number) => Promise<unknown>, string, string][] = [
    [
      'moves it to another network',
      (id) => market.reassign(seller, id, { network: 'radio' }),
      'network',
      'The network changed from relay to radio.',
    ],
    [
      'rewrites its metadata',
      (id) => market.reassign(seller, id, { metadata: 'second' }),
      'metadata',
      'The description of the device (its metadata) changed.',
    ],
    [
      'gives its use away',
      (id) => market.setUser(seller, id, friend.address, future),
      'user',
      'was set until 2096-10-02 07:06 UTC.',
    ],
    [
      'gave its use away for a time that is over',
      (id) => market.setUser(seller, id, friend.address, 1n),
      'user',
      'until 1970-01-01 00:00 UTC.',
    ],
  ]

  test.each(changes)(
    '%s: refused before gas, naming the part; refused by the chain too',
    async (_, change, part, words) => {
      const position = await market.register(seller)
      const { hash } = await market.list(seller, position, PRICE)
      await change(position)

      const refusal = await refusalOfPage(hash)
      expect(refusal).toBeInstanceOf(StateChangedError)
      expect(refusal).toMatchObject({ details: { parts: [part], positionId: position } })
      expect(String(refusal)).toContain(words)
      for (const error of await refusalsOfChain(hash)) expect(error).toBeInstanceOf(StateChangedError)
      expect((await getOrder(market.db, hash))?.status).toBe('state_changed')
    },
  )

  test('the sale goes on when everything is as it was signed again', async () => {
    const position = await market.register(seller)
    const { hash } = await market.list(seller, position, PRICE)
    await market.reassign(seller, position, { metadata: 'second' })
    expect((await getOrder(market.db, hash))?.status).toBe('state_changed')
    await market.reassign(seller, position, { metadata: 'first' })
    expect((await getOrder(market.db, hash))?.status).toBe('open')
    expect(await refusalOfPage(hash)).toBeUndefined()
  })
})

describe('a token that left its seller', () => {
  test('cannot be bought from its new holder by the old listing', async () => {
    const position = await market.register(seller)
    const { hash } = await market.list(seller, position, PRICE)
    await market.transfer(seller, friend.address, position)
    expect(await refusalOfPage(hash)).toBeInstanceOf(NotOwnedError)
    for (const error of await refusalsOfChain(hash)) expect(error).toBeInstanceOf(StateChangedError)
  })

  test('and came back cannot be bought by the old listing, in the page or directly', async () => {
    const position = await market.register(seller)
    const { hash } = await market.list(seller, position, PRICE)
    await market.transfer(seller, friend.address, position)
    await market.transfer(friend, seller.address, position)

    const refusal = await refusalOfPage(hash)
    expect(refusal).toBeInstanceOf(StateChangedError)
    expect(refusal).toMatchObject({ details: { parts: ['ownership'] } })
    expect(String(refusal)).toContain('The token has left and come back since the seller signed.')
    for (const error of await refusalsOfChain(hash)) expect(error).toBeInstanceOf(StateChangedError)
    expect((await getOrder(market.db, hash))?.status).toBe('state_changed')
    expect(await market.ownerOf(position)).toBe(seller.address)
  })

  test('a seller who withdraws the approval is named', async () => {
    const position = await market.register(seller)
    const { hash } = await market.list(seller, position, PRICE)
    await market.approveAll(seller, false)
    expect(await refusalOfPage(hash)).toBeInstanceOf(MissingApprovalError)
    for (const error of await refusalsOfChain(hash)) expect(error).toBeInstanceOf(MissingApprovalError)
    await market.approveAll(seller)
    expect(await refusalOfPage(hash)).toBeUndefined()
  })
})
