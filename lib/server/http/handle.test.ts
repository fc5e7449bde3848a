import { expect, test } from 'vitest'
import { z } from 'zod'
import { ConflictError, NotAllowedError, UnavailableError } from '@/lib/core/errors'
import type { ServerContext } from '../context'
import { handle } from './handle'

const noContext = { context: () => ({}) as ServerContext, log: () => {} }
const route = (params: Record<string, string> = {}) => ({ params: Promise.resolve(params) })

function post(
  body: BodyInit | null,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) {
  return new Request('http://localhost/x?a=1&a=2', { method: 'POST', body, headers })
}

const echo = handle(
  {
    params: z.object({ id: z.string() }),
    query: z.object({ a: z.string() }),
    body: z.object({ n: z.number() }),
    maxBytes: 100,
  },
  async (_context, { params, query, body }) => ({ params, query, body, big: 2n ** 80n }),
  noContext,
)

test('path, query and body are parsed; the answer is JSON that no cache keeps', async () => {
  const response = await echo(post('{"n":1}'), route({ id: 'i' }))
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  const big = (2n ** 80n).toString()
  expect(await response.json()).toEqual({ params: { id: 'i' }, query: { a: '2' }, body: { n: 1 }, big })
})

test.each([
  ['no JSON', post('{'), 400, 'InvalidInputError'],
  ['bytes that are no UTF-8', post(new Uint8Array([0xff])), 400, 'InvalidInputError'],
  ['a wrong field', post('{"n":"1"}'), 400, 'InvalidInputError'],
  ['no body', post(null), 400, 'InvalidInputError'],
  [
    'a form',
    post('n=1', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'UnsupportedMediaTypeError',
  ],
  ['a large body', post(`{"n":1,"x":"${'x'.repeat(100)}"}`), 413, 'PayloadTooLargeError'],
])('%s is refused in its own way', async (_what, request, status, name) => {
  const response = await echo(request, route({ id: 'i' }))
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await response.json()).toMatchObject({ status, title: name, error: { name } })
})

test('a body of unknown length is read no further than the limit', async () => {
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++
      controller.enqueue(new Uint8Array(64).fill(32))
    },
  })
  const init = {
    method: 'POST',
    body: endless,
    headers: { 'content-type': 'application/json' },
    duplex: 'half',
  }
  const response = await echo(new Request('http://localhost/x?a=1', init), route({ id: 'i' }))
  expect(response.status).toBe(413)
  expect(pulled).toBeLessThan(10)
})

test.each([
  [new NotAllowedError('x'), 403],
  [new NotAllowedError('x', { details: { reason: 'signed_out' } }), 401],
  [new ConflictError('x'), 409],
  [new UnavailableError('x'), 503],
  [new TypeError('internals'), 500],
])('%s has its status, and internals stay inside', async (error, status) => {
  const failing = handle({}, () => Promise.reject(error), noContext)
  const response = await failing(new Request('http://localhost/x'), route())
  expect(response.status).toBe(status)
  expect(response.headers.get('retry-after')).toBe(status === 503 ? '5' : null)
  expect(await response.text()).not.toContain('internals')
})
