import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { temporaryFolder } from '@/test/temporary-folder'
import { startLocalChain } from '../product/chain'
import { pathsOf } from '../product/paths'
import { anyFreePort } from './ports'
import { rpc } from './rpc'
import { waitUntil } from './wait-until'

type Block = { number: string; hash: string; timestamp: string }

it('goes on after a SIGKILL with the same blocks, the first one too, and the clock of the machine', async () => {
  const paths = pathsOf(join(temporaryFolder(), 'chain-state'))
  const blocks = (url: string) =>
    Promise.all(
      ['0x0', '0x1', '0x2'].map((number) => rpc<Block>(url, 'eth_getBlockByNumber', [number, false])),
    )
  const send = async (url: string) => {
    const [from] = await rpc<string[]>(url, 'eth_accounts')
    await rpc(url, 'eth_sendTransaction', [{ from, to: from, value: '0x1' }])
  }

  const first = await startLocalChain(paths, await anyFreePort())
  expect(first.resumed).toBe(false)
  await send(first.rpcUrl)
  await sleep(20)
  await send(first.rpcUrl)
  await waitUntil(
    'two blocks are mined',
    async () => Number(await rpc(first.rpcUrl, 'eth_blockNumber')) === 2,
  )
  const before = await blocks(first.rpcUrl)
  const written = Date.now()
  await waitUntil(
    'its state is written',
    () => statSync(paths.chainState, { throwIfNoEntry: false }) !== undefined,
  )
  expect(Date.now() - written).toBeLessThan(5_000)
  await first.keeper.save()
  first.kill()
  await first.exited

  await sleep(2_000)
  const second = await startLocalChain(paths, await anyFreePort())
  expect(second).toMatchObject({ resumed: true, block: 2 })
  expect(await blocks(second.rpcUrl)).toEqual(before)
  await send(second.rpcUrl)
  await waitUntil(
    'the next block is mined',
    async () => Number(await rpc(second.rpcUrl, 'eth_blockNumber')) === 3,
  )
  const head = await rpc<Block>(second.rpcUrl, 'eth_getBlockByNumber', ['latest', false])
  expect(Math.abs(Number(head.timestamp) - Date.now() / 1000)).toBeLessThan(5)
  await second.keeper.stop()
  await second.stop()
})
