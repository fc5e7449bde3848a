import { type Address, type Hex, keccak256, stringToHex, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import { InvariantError } from '../errors'
import type { ChainEvent } from '../events'
import type { Header } from '../proof/header'
import { reduceEvents } from './reduce-events'
import type { KnownState } from './state'

const word = (text: string): Hex => keccak256(stringToHex(text))
const account = (name: string): Address => `0x${word(name).slice(26)}`
const [ann, bob] = [account('ann'), account('bob')]
const header: Header = {
  number: 10,
  hash: word('10'),
  parentHash: word('9'),
  timestamp: 1_750_000_000,
  logsBloom: '0x',
  receiptsRoot: '0x',
  transactions: [],
}
const nothing: KnownState = { positions: new Map(), balances: new Map() }

type Body = ChainEvent extends infer event
  ? event extends ChainEvent
    ? Omit<event, keyof typeof place>
    : never
  : never
const place = { blockNumber: 10, logIndex: 0, transactionHash: word('tx') }
const block = (...bodies: Body[]) => [
  { header, events: bodies.map((body, logIndex) => ({ ...place, ...body, logIndex }) as ChainEvent) },
]

const mint: Body = { type: 'position_moved', positionId: 1, from: zeroAddress, to: ann }
const registration: Body = {
  type: 'registered',
  positionId: 1,
  deviceId: word('device'),
  owner: ann,
  attester: bob,
  keyType: 'p256',
  keyX: word('x'),
  keyY: word('y'),
  network: 'dimo',
  model: 'macaron',
  cell: null,
  placeCommitment: null,
  metadataHash: word('metadata'),
}
const move: Body = { type: 'position_moved', positionId: 1, from: ann, to: bob }

test('a registration makes a position at ownership nonce 0, with a state hash', () => {
  const position = reduceEvents(nothing, block(mint, registration)).positions.get(1)
  expect(position).toMatchObject({ owner: ann, ownershipNonce: 0, user: null, registeredBlock: 10 })
  expect(position?.registeredAt).toEqual(new Date(1_750_000_000_000))
  expect(position?.stateHash).toMatch(/^0x[0-9a-f]{64}$/)
})

test('a transfer moves the nonce, clears the approval, keeps the user and changes the state hash', () => {
  const lease: Body = { type: 'user_set', positionId: 1, user: bob, expires: 2n ** 64n - 1n }
  const approval: Body = { type: 'position_approved', positionId: 1, approved: bob }
  const before = reduceEvents(nothing, block(mint, registration, lease, approval))
  expect(before.tokenApprovals.get(1)).toBe(bob)
  const after = reduceEvents(nothing, block(mint, registration, lease, approval, move))
  expect(after.positions.get(1)).toMatchObject({
    owner: bob,
    ownershipNonce: 1,
    user: bob,
    userExpires: 2n ** 64n - 1n,
  })
  expect(after.tokenApprovals.get(1)).toBeNull()
  expect(after.positions.get(1)?.stateHash).not.toBe(before.positions.get(1)?.stateHash)
})

test('reducing block by block and all at once comes to the same', () => {
  const first = reduceEvents(nothing, block(mint, registration))
  const known: KnownState = { positions: first.positions, balances: first.balances }
  const flags: Body = { type: 'flags_set', positionId: 1, flags: 2 ** 32 - 1, by: bob }
  const apart = reduceEvents(known, block(move, flags))
  const together = reduceEvents(nothing, block(mint, registration, move, flags))
  expect(apart.positions.get(1)).toEqual(together.positions.get(1))
})

test('dollars are minted, moved and burnt', () => {
  const dollars = (from: Address, to: Address, amount: bigint): Body => ({
    type: 'dollars_moved',
    from,
    to,
    amount,
  })
  const { balances } = reduceEvents(
    { positions: new Map(), balances: new Map([[bob, 5n]]) },
    block(
      dollars(zeroAddress, ann, 10n),
      dollars(ann, bob, 4n),
      dollars(bob, zeroAddress, 1n),
      dollars(ann, ann, 6n),
    ),
  )
  expect([...balances].sort()).toEqual(
    [
      [ann, 6n],
      [bob, 8n],
    ].sort(),
  )
})

test('events that cannot follow are refused', () => {
  const spend: Body = { type: 'dollars_moved', from: ann, to: bob, amount: 1n }
  const stranger: Body = { type: 'position_moved', positionId: 1, from: bob, to: ann }
  expect(() => reduceEvents(nothing, block(spend))).toThrow(InvariantError)
  expect(() => reduceEvents(nothing, block(move))).toThrow(InvariantError)
  expect(() => reduceEvents(nothing, block(registration, registration))).toThrow(InvariantError)
  expect(() => reduceEvents(nothing, block(registration, stranger))).toThrow(InvariantError)
})
