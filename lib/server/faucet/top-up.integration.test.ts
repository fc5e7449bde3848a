import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChainClient } from '@/lib/chain/public-client'
import { startTestChain, type TestChain } from '@/test/chain'
import { topUp } from './top-up'

const address = '0x00000000000000000000000000000000000c0ffe'
let chain: TestChain

beforeAll(async () => {
  chain = await startTestChain()
}, 60_000)
afterAll(() => chain.stop())

const context = () => ({
  deployment: chain.deployment,
  client: createChainClient(chain.deployment, chain.rpcUrl),
})

test('gives ether and dollars up to what is enough, and no more the second time', async () => {
  const first = await topUp(context(), { address })
  expect(first).toEqual({ ether: '10000000000000000000', dollars: '100000000000' })
  expect(await topUp(context(), { address })).toEqual(first)
})

test('five at once do not collide', async () => {
  const accounts = [1, 2, 3, 4, 5].map((it) => `0x000000000000000000000000000000000000be0${it}` as const)
  const results = await Promise.all(accounts.map((it) => topUp(context(), { address: it })))
  for (const { dollars } of results) expect(dollars).toBe('100000000000')
})

test('exists on the local chain alone', async () => {
  const { client, deployment } = context()
  await expect(
    topUp({ client, deployment: { ...deployment, chainId: 8453 } }, { address }),
  ).rejects.toMatchObject({
    name: 'NotAllowedError',
  })
})
