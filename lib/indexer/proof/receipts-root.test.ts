import type { Hex } from 'viem'
import { expect, test } from 'vitest'
import { type RpcReceipt, receiptsRoot } from './receipts-root'
import { EMPTY_TRIE_ROOT } from './trie-root'

const BLOOM: Hex = `0x${'00'.repeat(256)}`

/** A plain transfer of ether under EIP-1559, the commonest receipt there is. */
const transfer: RpcReceipt = {
  type: 2n,
  status: 1n,
  cumulativeGasUsed: 21_000n,
  logsBloom: BLOOM,
  transactionHash: `0x${'11'.repeat(32)}`,
  transactionIndex: 0n,
  blockHash: `0x${'22'.repeat(32)}`,
  logs: [],
}

test('the root of no receipts is the empty trie’s', () => {
  expect(receiptsRoot([])).toBe(EMPTY_TRIE_ROOT)
})

test('the root of one plain transfer is the known one', () => {
  expect(receiptsRoot([transfer])).toBe('0xf78dfb743fbd92ade140711c8bbc542b5e307f0ab7984eff35d751969fe57efa')
})

test('order, status, type, gas and logs are all in the root', () => {
  const log = {
    address: `0x${'33'.repeat(20)}` as Hex,
    topics: [],
    data: '0x' as Hex,
    blockHash: transfer.blockHash,
    blockNumber: 1n,
    transactionHash: transfer.transactionHash,
    transactionIndex: 0n,
    logIndex: 0n,
  }
  const second = { ...transfer, cumulativeGasUsed: 42_000n }
  const roots = [
    [transfer, second],
    [second, transfer],
    [transfer],
    [{ ...transfer, status: 0n }],
    [{ ...transfer, type: 0n }],
    [{ ...transfer, logs: [log] }],
    [{ ...transfer, logs: [{ ...log, data: '0x01' as Hex }] }],
    [{ ...transfer, logs: [log, log] }],
    [{ ...transfer, type: 0x7en, depositNonce: 5n, depositReceiptVersion: 1n }],
    [{ ...transfer, type: 0x7en }],
  ].map(receiptsRoot)
  expect(new Set(roots).size).toBe(roots.length)
})
