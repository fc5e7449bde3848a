import { createPublicClient, http } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase } from '@/db/client'
import { siweNonces } from '@/db/schema'
import { ConflictError, UnavailableError } from '@/lib/core/errors'
import { toHotswapError, UnexpectedError } from './to-hotswap-error'

const thrown = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('it should have failed')
    },
    (error: unknown) => error,
  )

describe('what was thrown, as people see it', () => {
  const logged: string[] = []
  const log = (message: string) => logged.push(message)
  // port 1 is reserved and nothing listens on it
  const away = createDatabase('postgresql://nobody:secret@127.0.0.1:1/none')
  beforeAll(() => logged.splice(0))
  afterAll(() => away.$client.end())

  test('typed errors pass as they are', () => {
    const error = new ConflictError('It is sold.')
    expect(toHotswapError(error, log)).toBe(error)
  })

  test('a database that is away is unavailable, for a query and for a transaction', async () => {
    const query = await thrown(away.select().from(siweNonces))
    const transaction = await thrown(away.transaction((tx) => tx.select().from(siweNonces)))
    for (const error of [query, transaction]) {
      const failure = toHotswapError(error, log)
      expect(failure).toBeInstanceOf(UnavailableError)
      expect(failure.toFailure()).toMatchObject({ retryable: true, details: { part: 'database' } })
      expect(JSON.stringify(failure.toFailure())).not.toMatch(/secret|127\.0\.0\.1|siwe/)
    }
    expect(logged).toEqual([])
  })

  test('a node that is away is unavailable', async () => {
    const client = createPublicClient({ transport: http('http://127.0.0.1:1/key', { retryCount: 0 }) })
    const failure = toHotswapError(await thrown(client.getBlockNumber()), log)
    expect(failure).toBeInstanceOf(UnavailableError)
    expect(failure.toFailure()).toMatchObject({ details: { part: 'node' } })
    expect(JSON.stringify(failure.toFailure())).not.toContain('127.0.0.1')
  })

  test('the unforeseen is logged under an id, and only the id is told', () => {
    const failure = toHotswapError(new TypeError('reading password of undefined'), log)
    expect(failure).toBeInstanceOf(UnexpectedError)
    expect(JSON.stringify(failure.toFailure())).not.toContain('password')
    expect(logged).toEqual([`unexpected error ${failure.details?.id}`])
  })
})
