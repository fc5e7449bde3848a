import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { createPublicClient, http } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { rewardDistributorAbi } from '@/lib/chain/abi/generated/rewardDistributor'
import { seaportAbi } from '@/lib/chain/abi/generated/seaport'
import { settlementZoneAbi } from '@/lib/chain/abi/generated/settlementZone'
import { deploymentSchema } from '@/lib/chain/deployment'
import { startTestNode } from '@/test/chain'
import { temporaryFolder } from '@/test/temporary-folder'
import { DeploymentFailedError, deployLocal } from './deploy-local'
import { ensureLocalDeployment, readDeployment, stands } from './deployment-file'
import { localAccount, localAccounts } from './local-accounts'

let node: Awaited<ReturnType<typeof startTestNode>>
const file = join(temporaryFolder(), 'deployments', '31337.json')

beforeAll(async () => {
  node = await startTestNode()
})
afterAll(() => node.stop())

test('the first start deploys and writes the file, the second finds it', async () => {
  const first = await ensureLocalDeployment({ rpcUrl: node.rpcUrl, file })
  expect(first.fresh).toBe(true)
  expect(deploymentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))).toEqual(first.deployment)
  const second = await ensureLocalDeployment({ rpcUrl: node.rpcUrl, file })
  expect(second).toEqual({ deployment: first.deployment, fresh: false })
})

test('the contracts know each other, and the roles are where they belong', async () => {
  const { deployment } = await ensureLocalDeployment({ rpcUrl: node.rpcUrl, file })
  const client = createPublicClient({ transport: http(node.rpcUrl) })
  const zone = { address: deployment.zone, abi: settlementZoneAbi } as const
  expect(await client.readContract({ ...zone, functionName: 'seaport' })).toBe(deployment.seaport)
  expect(await client.readContract({ ...zone, functionName: 'positions' })).toBe(deployment.positions)

  const seaport = { address: deployment.seaport, abi: seaportAbi } as const
  expect((await client.readContract({ ...seaport, functionName: 'information' }))[0]).toBe('1.6')

  const positions = { address: deployment.positions, abi: devicePositionsAbi } as const
  const role = await client.readContract({ ...positions, functionName: 'ATTESTER_ROLE' })
  const attester = localAccount(localAccounts.attester).address
  expect(await client.readContract({ ...positions, functionName: 'hasRole', args: [role, attester] })).toBe(
    true,
  )

  const rewards = { address: deployment.rewards, abi: rewardDistributorAbi } as const
  expect(await client.readContract({ ...rewards, functionName: 'dollar' })).toBe(deployment.dollar)
  const publish = await client.readContract({ ...rewards, functionName: 'PUBLISHER_ROLE' })
  const publisher = localAccount(localAccounts.rewardPublisher).address
  expect(await client.readContract({ ...rewards, functionName: 'hasRole', args: [publish, publisher] })).toBe(
    true,
  )
})

test('a file that names contracts of another node, or is no deployment, leads to a new one', async () => {
  const other = await startTestNode()
  try {
    const existing = readDeployment(file)
    expect(existing && (await stands(existing, other.rpcUrl))).toBe(false)
    expect((await ensureLocalDeployment({ rpcUrl: other.rpcUrl, file })).fresh).toBe(true)
    writeFileSync(file, '{"chainId":')
    expect(readDeployment(file)).toBeUndefined()
  } finally {
    await other.stop()
  }
})

test('a node of another chain is refused before anything is sent', async () => {
  const asked: string[] = []
  const mainnet = createServer(async (request, response) => {
    const { id, method } = (await json(request)) as { id: number; method: string }
    asked.push(method)
    response.end(JSON.stringify({ jsonrpc: '2.0', id, result: '0x1' }))
  })
  await new Promise<void>((resolve) => mainnet.listen(0, '127.0.0.1', resolve))
  const { port } = mainnet.address() as AddressInfo
  try {
    await expect(deployLocal({ rpcUrl: `http://127.0.0.1:${port}` })).rejects.toThrow(DeploymentFailedError)
    expect(asked).toEqual(['eth_chainId'])
  } finally {
    mainnet.close()
  }
})
