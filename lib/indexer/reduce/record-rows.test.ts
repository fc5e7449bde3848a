import { type Address, type Hex, keccak256, stringToHex, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import type { ChainEvent } from '../events'
import { recordRows } from './record-rows'

const word = (text: string): Hex => keccak256(stringToHex(text))
const account = (name: string): Address => `0x${word(name).slice(26)}`
const [seller, buyer] = [account('seller'), account('buyer')]
const contracts = { positions: account('positions'), dollar: account('dollar'), zone: account('zone') }
const header = {
  number: 4,
  hash: word('4'),
  parentHash: word('3'),
  timestamp: 1_750_000_000,
  logsBloom: '0x' as Hex,
  receiptsRoot: '0x' as Hex,
  transactions: [],
}
const place = (logIndex: number, transaction = 'tx') => ({
  blockNumber: 4,
  logIndex,
  transactionHash: word(transaction),
})
const lookup = {
  networkOf: () => 'dimo',
  positionOfOrder: (hash: string) => (hash === word('mine') ? 7 : undefined),
}

test('a fill leaves a line, an order event and a sale with the network of the moment', () => {
  const events: ChainEvent[] = [
    {
      ...place(0),
      type: 'order_filled',
      orderHash: word('mine'),
      offerer: seller,
      zone: contracts.zone,
      recipient: buyer,
      offer: [{ token: contracts.positions, identifier: 7n, amount: 1n }],
      consideration: [{ token: contracts.dollar, identifier: 0n, amount: 50n, recipient: seller }],
    },
    { ...place(1), type: 'position_moved', positionId: 7, from: seller, to: buyer },
  ]
  const rows = recordRows(contracts, [{ header, events }], lookup)
  expect(rows.sales).toMatchObject([{ positionId: 7, seller, buyer, price: 50n, fee: 0n, network: 'dimo' }])
  expect(rows.ledger.map(({ kind, price }) => [kind, price])).toEqual([
    ['order_filled', 50n],
    ['transferred', null],
  ])
  expect(rows.orderEvents).toMatchObject([{ orderHash: word('mine'), kind: 'filled' }])
})

test('dollars that move are kept with who sent and who got them; nothing moved is not', () => {
  const moved = (logIndex: number, amount: bigint): ChainEvent => ({
    ...place(logIndex),
    type: 'dollars_moved',
    from: seller,
    to: buyer,
    amount,
  })
  const { transfers, ledger } = recordRows(
    contracts,
    [{ header, events: [moved(0, 5n), moved(1, 0n)] }],
    lookup,
  )
  expect(transfers).toEqual([
    { ...place(0), time: new Date(1_750_000_000_000), sender: seller, recipient: buyer, amount: 5n },
  ])
  expect(ledger).toEqual([])
})

test('a cancellation finds the position of an order we hold; mints and approvals leave no line', () => {
  const events: ChainEvent[] = [
    {
      ...place(0, 'a'),
      type: 'order_cancelled',
      orderHash: word('mine'),
      offerer: seller,
      zone: contracts.zone,
    },
    {
      ...place(1, 'b'),
      type: 'order_cancelled',
      orderHash: word('foreign'),
      offerer: seller,
      zone: zeroAddress,
    },
    { ...place(2, 'c'), type: 'position_moved', positionId: 9, from: zeroAddress, to: buyer },
    { ...place(3, 'd'), type: 'allowance_set', owner: buyer, spender: seller, amount: 1n },
  ]
  const rows = recordRows(contracts, [{ header, events }], lookup)
  expect(rows.ledger.map(({ kind, positionId }) => [kind, positionId])).toEqual([
    ['order_cancelled', 7],
    ['order_cancelled', null],
  ])
  expect(rows.orderEvents).toHaveLength(2)
})

test('a fill of strangers’ tokens leaves no line in our record', () => {
  const events: ChainEvent[] = [
    {
      ...place(0),
      type: 'order_filled',
      orderHash: word('foreign'),
      offerer: seller,
      zone: zeroAddress,
      recipient: buyer,
      offer: [{ token: account('ape'), identifier: 7n, amount: 1n }],
      consideration: [],
    },
  ]
  expect(recordRows(contracts, [{ header, events }], lookup)).toMatchObject({ ledger: [], sales: [] })
})
