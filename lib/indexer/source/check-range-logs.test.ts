import type { Hex } from 'viem'
import { expect, test } from 'vitest'
import { ChainMovedError, NodeAnswerError } from '../errors'
import type { Header } from '../proof/header'
import { checkRangeLogs } from './check-range-logs'

const hash = (n: number): Hex => `0x${n.toString(16).padStart(64, '0')}`
const OURS: Hex = `0x${'aa'.repeat(20)}`
const header = (number: number): Header => ({
  number,
  hash: hash(number),
  parentHash: hash(number - 1),
  timestamp: 0,
  logsBloom: `0x${'ff'.repeat(256)}`,
  receiptsRoot: hash(0),
  transactions: [],
})
const headers = [header(1), header(2)]
const log = (block: number, index: number, change: object = {}) => ({
  address: OURS,
  topics: [hash(7)],
  data: '0x01',
  blockHash: hash(block),
  blockNumber: `0x${block.toString(16)}`,
  transactionHash: hash(50 + index),
  transactionIndex: '0x0',
  logIndex: `0x${index.toString(16)}`,
  ...change,
})
const check = (answer: unknown) => checkRangeLogs(answer, [OURS], headers)

test('logs come back by block, in order, each once', () => {
  const logs = check([log(2, 1), log(1, 0), log(2, 0), log(2, 1)])
  expect([...logs].map(([number, own]) => [number, own.map(({ logIndex }) => logIndex)]).sort()).toEqual([
    [1, [0]],
    [2, [0, 1]],
  ])
})

test('a log nobody asked for, or two at one place, are refused', () => {
  expect(() => check([log(1, 0, { address: `0x${'bb'.repeat(20)}` })])).toThrow(NodeAnswerError)
  expect(() => check([log(3, 0)])).toThrow(NodeAnswerError)
  expect(() => check([log(1, 0), log(1, 0, { data: '0x02' })])).toThrow(NodeAnswerError)
  expect(() => check('nothing')).toThrow(NodeAnswerError)
})

test('a log of another block at the same height means the chain moved', () => {
  expect(() => check([log(1, 0, { blockHash: hash(99) })])).toThrow(ChainMovedError)
})
