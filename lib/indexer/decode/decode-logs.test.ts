import { type Address, encodeAbiParameters, encodeEventTopics, type Hex, keccak256, stringToHex } from 'viem'
import { expect, test } from 'vitest'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { testDollarAbi } from '@/lib/chain/abi/generated/testDollar'
import { toShortString } from '@/lib/chain/ids'
import { seaportAbi } from '@/lib/chain/seaport/abi'
import { NodeAnswerError } from '../errors'
import { decodeLogs, type ReadLog } from './decode-logs'

const address = (byte: string): Address => `0x${byte.repeat(20)}`
const contracts = {
  positions: address('aa'),
  dollar: address('bb'),
  seaport: address('cc'),
  rewards: address('dd'),
}
const word = (text: string): Hex => keccak256(stringToHex(text))
const place = { blockNumber: 7, logIndex: 3, transactionHash: word('transaction') }
const log = (from: Address, topics: unknown, data: Hex = '0x'): ReadLog => ({
  ...place,
  address: from,
  topics: topics as Hex[],
  data,
})

test('a registration becomes domain terms', () => {
  const topics = encodeEventTopics({
    abi: devicePositionsAbi,
    eventName: 'DeviceRegistered',
    args: { tokenId: 5n, deviceId: word('device'), owner: address('d1') },
  })
  const data = encodeAbiParameters(
    [
      { type: 'address' },
      { type: 'tuple', components: [{ type: 'uint8' }, { type: 'bytes32' }, { type: 'bytes32' }] },
      { type: 'bytes32' },
      { type: 'bytes32' },
      { type: 'uint64' },
      { type: 'bytes32' },
      { type: 'bytes32' },
    ],
    [
      address('e2'),
      [1, word('x'), word('y')],
      toShortString('dimo'),
      word('no slug'),
      0x85283473fffffffn,
      `0x${'00'.repeat(32)}`,
      word('metadata'),
    ],
  )
  expect(decodeLogs(contracts, [log(contracts.positions, topics, data)])).toEqual([
    {
      ...place,
      type: 'registered',
      positionId: 5,
      deviceId: word('device'),
      owner: address('d1'),
      attester: address('e2'),
      keyType: 'p256',
      keyX: word('x'),
      keyY: word('y'),
      network: 'dimo',
      model: word('no slug'),
      cell: '85283473fffffff',
      placeCommitment: null,
      metadataHash: word('metadata'),
    },
  ])
})

test('the same Transfer topic is a position or dollars by the contract it came from', () => {
  const nft = encodeEventTopics({
    abi: devicePositionsAbi,
    eventName: 'Transfer',
    args: { from: address('01'), to: address('02'), tokenId: 9n },
  })
  const erc20 = encodeEventTopics({
    abi: testDollarAbi,
    eventName: 'Transfer',
    args: { from: address('01'), to: address('02') },
  })
  const amount = encodeAbiParameters([{ type: 'uint256' }], [2n ** 200n])
  expect(
    decodeLogs(contracts, [log(contracts.positions, nft), log(contracts.dollar, erc20, amount)]),
  ).toMatchObject([
    { type: 'position_moved', positionId: 9, from: address('01'), to: address('02') },
    { type: 'dollars_moved', amount: 2n ** 200n },
  ])
})

test('foreign contracts and events that change nothing here are left out', () => {
  const counter = encodeEventTopics({
    abi: seaportAbi,
    eventName: 'CounterIncremented',
    args: { offerer: address('01') },
  })
  const data = encodeAbiParameters([{ type: 'uint256' }], [5n])
  const role = [word('RoleGranted(bytes32,address,address)')]
  const logs = [
    log(address('99'), counter, data),
    log(contracts.positions, role),
    log(contracts.positions, []),
  ]
  expect(decodeLogs(contracts, logs)).toEqual([])
  expect(decodeLogs(contracts, [log(contracts.seaport, counter, data)])).toMatchObject([
    { type: 'counter_moved', counter: 5n, offerer: address('01') },
  ])
})

test('a log of ours that does not decode is a wrong answer', () => {
  const topics = encodeEventTopics({
    abi: testDollarAbi,
    eventName: 'Transfer',
    args: { from: address('01'), to: address('02') },
  })
  expect(() => decodeLogs(contracts, [log(contracts.dollar, topics, '0x1234')])).toThrow(NodeAnswerError)
})
