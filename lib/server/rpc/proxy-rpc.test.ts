import { expect, test, vi } from 'vitest'
import { MAX_BATCH, proxyRpc, type SendCalls } from './proxy-rpc'

const call = (method: string, id: number | string | null = 1) => ({ jsonrpc: '2.0', id, method, params: [] })

/** A node that answers each call with its own method. */
const echo: SendCalls = async (calls) =>
  calls.map(({ id, method }) => ({ jsonrpc: '2.0', id, result: method }))

test('passes an allowed call on and gives its answer back under the caller’s id', async () => {
  expect(await proxyRpc(call('eth_chainId', 'a'), echo)).toEqual({
    jsonrpc: '2.0',
    id: 'a',
    result: 'eth_chainId',
  })
})

test.each([
  'anvil_setBalance',
  'evm_mine',
  'debug_traceTransaction',
  'eth_sendTransaction',
  'eth_sign',
  'eth_getLogs',
])('never passes %s on', async (method) => {
  const send = vi.fn(echo)
  expect(await proxyRpc(call(method), send)).toMatchObject({ id: 1, error: { code: -32_601 } })
  expect(send).not.toHaveBeenCalled()
})

test('answers the calls of a batch in their order, refused ones among them, equal ids kept', async () => {
  const batch = [call('eth_blockNumber', 7), call('anvil_mine', 7), call('net_version', 7)]
  expect(
    await proxyRpc(batch, async (calls, signal) => ((await echo(calls, signal)) as unknown[]).reverse()),
  ).toEqual([
    { jsonrpc: '2.0', id: 7, result: 'eth_blockNumber' },
    { jsonrpc: '2.0', id: 7, error: { code: -32_601, message: 'anvil_mine is not available here.' } },
    { jsonrpc: '2.0', id: 7, result: 'net_version' },
  ])
})

test.each([
  ['an empty batch', []],
  ['too large a batch', Array.from({ length: MAX_BATCH + 1 }, () => call('eth_chainId'))],
  ['no request', { method: 'eth_chainId' }],
  ['text', 'eth_chainId'],
  ['nothing', null],
])('refuses %s', async (_, json) => {
  const send = vi.fn(echo)
  expect(await proxyRpc(json, send)).toHaveProperty('error')
  expect(send).not.toHaveBeenCalled()
})

test.each<[string, SendCalls]>([
  ['is away', () => Promise.reject(new Error('ECONNREFUSED'))],
  ['answers nonsense', async () => ({ oops: true })],
  ['answers nothing', async () => []],
])('a node that %s is an error answer, not a throw', async (_, send) => {
  expect(await proxyRpc(call('eth_chainId'), send)).toMatchObject({ id: 1, error: { code: -32_603 } })
})
