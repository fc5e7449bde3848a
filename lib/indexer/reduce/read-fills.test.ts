import { type Address, type Hex, keccak256, stringToHex, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import type { ChainEvent, FilledItem, ReceivedItem } from '../events'
import { readFills } from './read-fills'

const word = (text: string): Hex => keccak256(stringToHex(text))
const account = (name: string): Address => `0x${word(name).slice(26)}`
const [seller, buyer, market] = [account('seller'), account('buyer'), account('market')]
const contracts = { positions: account('positions'), dollar: account('dollar'), zone: account('zone') }

const nft = (id: number): FilledItem => ({ token: contracts.positions, identifier: BigInt(id), amount: 1n })
const dollars = (amount: bigint): FilledItem => ({ token: contracts.dollar, identifier: 0n, amount })
const to = (recipient: Address, item: FilledItem): ReceivedItem => ({ ...item, recipient })

let logIndex = 0
const place = () => ({ blockNumber: 1, logIndex: logIndex++, transactionHash: word('tx') })
const moved = (positionId: number, from = seller, into = buyer): ChainEvent => ({
  ...place(),
  type: 'position_moved',
  positionId,
  from,
  to: into,
})
const filled = (
  offerer: Address,
  offer: FilledItem[],
  consideration: ReceivedItem[],
  zone: Address = contracts.zone,
): ChainEvent => ({
  ...place(),
  type: 'order_filled',
  orderHash: word(`${offerer} ${logIndex}`),
  offerer,
  zone,
  recipient: zeroAddress,
  offer,
  consideration,
})

const listing = (id = 7) => filled(seller, [nft(id)], [to(seller, dollars(99n)), to(market, dollars(1n))])
const parties = { positionId: 7, seller, buyer, price: 100n, fee: 1n, primary: true }

test('a bought listing: the buyer pays seller and fee', () => {
  expect(readFills(contracts, [listing(), moved(7)])).toMatchObject([parties])
})

test('an accepted offer: the fee comes out of what was offered', () => {
  const offer = filled(buyer, [dollars(100n)], [to(buyer, nft(7)), to(market, dollars(1n))])
  expect(readFills(contracts, [moved(7), offer])).toMatchObject([parties])
})

test('a matched pair is one sale, on the order that offered', () => {
  const mirror = filled(buyer, [dollars(100n)], [to(buyer, nft(7))], zeroAddress)
  expect(readFills(contracts, [listing(), mirror, moved(7)])).toMatchObject([
    parties,
    { ...parties, primary: false },
  ])
})

test('a matched pair of which only the offer is under our zone is a sale on the offer', () => {
  const foreign = filled(seller, [nft(7)], [to(seller, dollars(90n))], zeroAddress)
  const offer = filled(buyer, [dollars(100n)], [to(buyer, nft(7)), to(market, dollars(1n))])
  const fills = readFills(contracts, [foreign, offer, moved(7)])
  expect(fills.find((fill) => fill.primary)).toMatchObject({ event: offer, price: 100n, fee: 10n })
  expect(fills.filter((fill) => fill.primary)).toHaveLength(1)
})

test('two listings in one transaction are told apart by their positions', () => {
  const fills = readFills(contracts, [listing(7), listing(8), moved(7), moved(8)])
  expect(fills.map(({ positionId, price }) => [positionId, price])).toEqual([
    [7, 100n],
    [8, 100n],
  ])
})

test('a bundle’s price is shared without loss', () => {
  const bundle = filled(seller, [nft(7), nft(8), nft(9)], [to(seller, dollars(99n)), to(market, dollars(1n))])
  const fills = readFills(contracts, [bundle, moved(7), moved(8), moved(9)])
  expect(fills.map((fill) => fill.price)).toEqual([34n, 33n, 33n])
  expect(fills.reduce((sum, fill) => sum + fill.fee, 0n)).toBe(1n)
})

test('a position for something else than dollars has no price; a plain transfer is no fill', () => {
  const barter = filled(
    seller,
    [nft(7)],
    [to(seller, { token: account('other'), identifier: 0n, amount: 5n })],
  )
  expect(readFills(contracts, [barter, moved(7)])).toMatchObject([{ price: 0n, fee: 0n }])
  expect(readFills(contracts, [moved(7)])).toEqual([])
  expect(readFills(contracts, [listing(8), moved(7)])).toEqual([])
})
