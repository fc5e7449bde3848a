import { maxUint64 } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { positions } from '@/db/schema'
import { createTestMarket, type TestMarket } from '@/test/market'
import { devicePositionsAbi } from './abi/generated/devicePositions'
import { deviceHash, positionStateHash } from './state-hash'

let market: TestMarket
beforeAll(async () => {
  market = await createTestMarket()
}, 120_000)
afterAll(() => market?.close())

async function hashesOf(id: number) {
  const contract = { address: market.deployment.positions, abi: devicePositionsAbi } as const
  const args = [BigInt(id)] as const
  const [state, device, position, expires] = await Promise.all([
    market.client.readContract({ ...contract, functionName: 'stateHash', args }),
    market.client.readContract({ ...contract, functionName: 'deviceHash', args }),
    market.client.readContract({ ...contract, functionName: 'positionOf', args }),
    market.client.readContract({ ...contract, functionName: 'userExpires', args }),
  ])
  return { state, device, position, expires }
}

test('the state hash of the database’s row is the contract’s after every kind of change', async () => {
  const [owner, next] = [market.person(3), market.person(4)]
  const id = await market.register(owner)
  const seen = new Set<string>()
  const changes = [
    async () => {},
    () => market.reassign(owner, id, { network: 'radio' }),
    () => market.reassign(owner, id, { metadata: 'second' }),
    () => market.transfer(owner, next.address, id),
    () => market.setUser(next, id, market.person(5).address, maxUint64),
  ]
  for (const change of changes) {
    await change()
    const [row] = await market.db.select().from(positions)
    const { state } = await hashesOf(id)
    expect(row && positionStateHash(row)).toBe(state)
    expect(row?.stateHash).toBe(state)
    seen.add(state)
  }
  expect(seen.size).toBe(changes.length)
})

test('the device hash is the contract’s', async () => {
  const id = await market.register(market.person(6))
  const { device, position, expires } = await hashesOf(id)
  const user = '0x0000000000000000000000000000000000000000'
  expect(deviceHash({ ...position, tokenId: BigInt(id), user, expires })).toBe(device)
})
