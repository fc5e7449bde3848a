import { sql } from 'drizzle-orm'
import { createPublicClient, http } from 'viem'
import { describe, expect, it } from 'vitest'
import { startTestChain } from './chain'
import { createTestDatabase } from './database'

describe('createTestDatabase', () => {
  it('gives each caller a migrated database of its own on the shared server', async () => {
    expect(process.env.HOTSWAP_TEST_POSTGRES).toMatch(/^postgresql:/)
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()])
    await one.db.execute(sql`create table only_here (id int)`)
    await expect(two.db.execute(sql`select * from only_here`)).rejects.toThrow()
    const { rows } = await two.db.execute(sql`select count(*)::int as count from blocks`)
    expect(rows).toEqual([{ count: 0 }])
    await Promise.all([one.close(), two.close()])
  })
})

describe('startTestChain', () => {
  it('starts a node with our contracts, and ends it', async () => {
    const chain = await startTestChain()
    const client = createPublicClient({ transport: http(chain.rpcUrl, { retryCount: 0 }) })
    expect(await client.getChainId()).toBe(31_337)
    expect(await client.getCode({ address: chain.deployment.positions })).toMatch(/^0x6/)
    await chain.stop()
    await expect(client.getChainId()).rejects.toThrow()
  })
})
