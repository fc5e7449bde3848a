import { encodeFunctionData, numberToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDollarAbi } from '@/lib/chain/abi/generated/testDollar'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import { HotswapError } from '@/lib/core/errors'
import { startTestChain, type TestChain } from '@/test/chain'
import { createRandom } from '@/test/chaos/random'
import { tamper } from '@/test/chaos/tamper'
import { createJsonRpc, type JsonRpc } from '../source/json-rpc'
import { provenHeader } from '../source/read-headers'
import { readLogs } from '../source/read-logs'
import { provenLogs } from '../source/read-proven-logs'

const COUNT = 300
let chain: TestChain
let rpc: JsonRpc
let full: number

/** One block of 300 transactions: enough for two-byte keys in the receipts' trie. */
beforeAll(async () => {
  chain = await startTestChain({ args: ['--gas-limit', '100000000'] })
  rpc = createJsonRpc(chain.rpcUrl)
  const from = localAccount(3).address
  const data = encodeFunctionData({ abi: testDollarAbi, functionName: 'faucet', args: [5n] })
  await rpc.call('evm_setAutomine', [false])
  await rpc.batch(
    Array.from({ length: COUNT }, (_, index) => ({
      method: 'eth_sendTransaction',
      // every third runs out of gas: failed receipts are part of the root
      params: [
        { from, to: chain.deployment.dollar, data, gas: numberToHex(index % 3 === 0 ? 25_000 : 100_000) },
      ],
    })),
  )
  await rpc.call('evm_mine', [])
  full = Number(await rpc.call('eth_blockNumber', []))
}, 120_000)
afterAll(() => chain?.stop())

const header = async (number: number) =>
  provenHeader(await rpc.call('eth_getBlockByNumber', [numberToHex(number), false]))

test('headers and receipts of a real node prove themselves, also of a full block', async () => {
  for (let number = 0; number <= full; number++) {
    const block = await header(number)
    const receipts = await rpc.call('eth_getBlockReceipts', [block.hash])
    expect(() => provenLogs(receipts, block), `block ${number}`).not.toThrow()
  }
  const block = await header(full)
  expect(block.transactions).toHaveLength(COUNT)
  const logs = provenLogs(await rpc.call('eth_getBlockReceipts', [block.hash]), block)
  expect(logs).toHaveLength((COUNT * 2) / 3)
})

test('logs read by range are the proven ones', async () => {
  const headers = await Promise.all(Array.from({ length: full + 1 }, (_, number) => header(number)))
  const proven = await readLogs(rpc, chain.deployment, headers, 'proven')
  expect(await readLogs(rpc, chain.deployment, headers, 'ranged')).toEqual(proven)
  expect(proven.get(full)).toHaveLength((COUNT * 2) / 3)
})

test('a range answered with nothing is asked for again by its receipts', async () => {
  const headers = [await header(full)]
  const silent: JsonRpc = {
    ...rpc,
    call: async (method, params) => (method === 'eth_getLogs' ? [] : rpc.call(method, params)),
  }
  const logs = await readLogs(silent, chain.deployment, headers, 'ranged')
  expect(logs.get(full)).toHaveLength((COUNT * 2) / 3)
})

test('falsified receipts are found out', async () => {
  const block = await header(full)
  const truth = await rpc.call('eth_getBlockReceipts', [block.hash])
  const expected = JSON.stringify(provenLogs(truth, block))
  const random = createRandom(1)
  for (let i = 0; i < 200; i++) {
    const outcome = outcomeOf(() => JSON.stringify(provenLogs(tamper(truth, random), block)))
    // what the tampering missed (an index the proof counts itself) must not have changed what is read
    if (outcome !== expected) expect(outcome).toBeInstanceOf(HotswapError)
  }
}, 120_000)

test('a falsified header is found out', async () => {
  const random = createRandom(2)
  const truth = await rpc.call('eth_getBlockByNumber', [numberToHex(full), false])
  for (let i = 0; i < 500; i++)
    expect(outcomeOf(() => provenHeader(tamper(truth, random)))).toBeInstanceOf(HotswapError)
})

function outcomeOf(step: () => unknown): unknown {
  try {
    return step()
  } catch (error) {
    return error
  }
}
