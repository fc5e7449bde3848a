import { afterAll, beforeAll, expect, test } from 'vitest'
import { setLocaleSource } from '@/lib/core/locale/locale-source'
import { type ApiServer, serveRoutes } from '@/test/api-server'
import type { ServerContext } from '../../context'
import { followReaders } from '../../locale/follow-readers'
import { handle } from '../handle'
import { respond } from '../respond'
import { createLimiter } from './limiter'
import { withLimit } from './with-limit'

let server: ApiServer
let now = 1_000_000
const limits = { limiter: createLimiter({ burst: 20, perSecond: 1 }), proxies: 1, now: () => now }
const context = () => ({}) as ServerContext
beforeAll(async () => {
  followReaders()
  const answer = async () => respond({ ok: true })
  server = await serveRoutes({
    'GET /cheap': withLimit(1, answer, () => limits),
    'POST /dear': withLimit(8, answer, () => limits),
    'GET /free': withLimit(0, answer, () => limits),
    'GET /file': handle({}, async () => 'a,b', { context, limits: () => limits }),
    'GET /part': handle({}, async () => 'a,b', { context, limits: () => limits, isPartOfPage: true }),
  })
})
afterAll(async () => {
  setLocaleSource(undefined)
  await server.stop()
})

const ask = (path: string, client: string, method = 'GET') =>
  fetch(`${server.url}${path}`, {
    method,
    headers: { 'x-forwarded-for': client },
    ...(method === 'POST' && { body: '{}' }),
  })

test('a client is told what is left, refused in words when nothing is, and let in again when it waited', async () => {
  const first = await ask('/dear', '198.51.100.1', 'POST')
  expect(first.headers.get('ratelimit-policy')).toBe('"client";q=20;w=20')
  expect(first.headers.get('ratelimit')).toBe('"client";r=12;t=8')
  await ask('/dear', '198.51.100.1', 'POST')
  const refused = await ask('/dear', '198.51.100.1', 'POST')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('4')
  expect(refused.headers.get('content-type')).toContain('application/problem+json')
  expect(await refused.json()).toMatchObject({
    title: 'TooManyRequestsError',
    status: 429,
    detail: 'You ask for more than a client may; try again in 4 seconds.',
    error: { retryable: true, details: { retryAfterSeconds: 4 } },
  })
  expect((await ask('/cheap', '198.51.100.1')).status).toBe(200)
  expect((await ask('/dear', '198.51.100.2', 'POST')).status, 'another client').toBe(200)
  now += 5_000
  expect((await ask('/dear', '198.51.100.1', 'POST')).status).toBe(200)
})

test('what is not counted is never refused', async () => {
  for (let i = 0; i < 40; i++) {
    const answer = await ask('/free', '198.51.100.3')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('ratelimit')).toBeNull()
  }
})

test('a file costs five, and what is a part of a page nothing', async () => {
  expect((await ask('/file', '198.51.100.4')).headers.get('ratelimit')).toMatch(/^"client";r=15;/)
  for (let i = 0; i < 3; i++) expect((await ask('/file', '198.51.100.4')).status).toBe(200)
  expect((await ask('/file', '198.51.100.4')).status).toBe(429)
  expect((await ask('/part', '198.51.100.4')).status).toBe(200)
})
