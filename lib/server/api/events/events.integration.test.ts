import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { change } from '../schemas/change'
import { createEventHub, type EventHub } from './event-hub'
import { openStream } from './open-stream'

let market: TestMarket
let seller: Person
let hub: EventHub
let server: Server
let url: string

beforeAll(async () => {
  market = await createTestMarket()
  seller = market.person(3)
  await market.approveAll(seller)
  hub = createEventHub(
    { connectionString: market.databaseUrl },
    { most: 20, retryAfter: 50, now: () => new Date() },
  )
  server = createServer((incoming, outgoing) => void serve(incoming.headers['last-event-id'], outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}, 120_000)
afterAll(async () => {
  server?.closeAllConnections()
  server?.close()
  await market?.close()
})

/** What Next does: the stream goes out as it comes, and the request is aborted when the client leaves. */
async function serve(last: string | string[] | undefined, outgoing: import('node:http').ServerResponse) {
  const leaving = new AbortController()
  outgoing.on('close', () => leaving.abort())
  const request = new Request(url, {
    signal: leaving.signal,
    ...(typeof last === 'string' && { headers: { 'last-event-id': last } }),
  })
  const response = await openStream(market, hub, request, 100).catch(() => undefined)
  outgoing.writeHead(response?.status ?? 503, Object.fromEntries(response?.headers ?? []))
  outgoing.flushHeaders()
  for await (const chunk of response?.body ?? []) outgoing.write(chunk)
  outgoing.end()
}

type Heard = { text: string; ids: string[]; changes: ReturnType<typeof change.parse>[] }

/** A client that reads the stream as the standard has it. */
async function listen(last?: string) {
  const leaving = new AbortController()
  const response = await fetch(url, {
    signal: leaving.signal,
    ...(last !== undefined && { headers: { 'last-event-id': last } }),
  })
  const heard: Heard = { text: '', ids: [], changes: [] }
  const decoder = new TextDecoder()
  const ended = (async () => {
    for await (const chunk of response.body ?? []) {
      heard.text += decoder.decode(chunk, { stream: true })
      const blocks = heard.text.split('\n\n').slice(0, -1)
      heard.ids = blocks.flatMap((block) => /^id: (.+)$/m.exec(block)?.[1] ?? [])
      heard.changes = blocks
        .flatMap((block) => /^data: (.+)$/m.exec(block)?.[1] ?? [])
        .map((data) => change.parse(JSON.parse(data)))
    }
  })().catch(() => {})
  await until(() => heard.ids.length > 0)
  return { response, heard, ended, leave: () => leaving.abort() }
}

async function until(isSo: () => boolean) {
  for (let i = 0; i < 400 && !isSo(); i++) await sleep(25)
  expect(isSo()).toBe(true)
}

const listeners = async () => {
  const { rows } = await market.db.execute<{ count: number }>(
    sql`select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'hotswap-events'`,
  )
  return rows[0]?.count
}

describe('the stream', () => {
  test('tells of a block with something of ours in it, and of an order that is posted', async () => {
    const { response, heard, leave } = await listen()
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('cache-control')).toContain('no-transform')
    const id = await market.register(seller)
    await until(() => heard.changes.some((one) => one.kinds.includes('registered')))
    expect(heard.changes.find((one) => one.kinds.includes('registered'))).toMatchObject({
      positions: [id],
      partial: false,
    })
    const { hash } = await market.list(seller, id, 10_000_000n)
    await until(() => heard.changes.some((one) => one.kinds.includes('listed')))
    expect(heard.changes.at(-1)).toMatchObject({ kinds: ['listed'], positions: [id], orders: [hash] })
    await until(() => heard.text.includes(': still here'))
    leave()
  })

  test('tells a client that comes back what it missed, and one that missed nothing nothing', async () => {
    const first = await listen()
    first.leave()
    const id = await market.register(seller)
    const { hash } = await market.list(seller, id, 10_000_000n)
    const second = await listen(first.heard.ids.at(-1))
    await until(() => second.heard.changes.length > 0)
    expect(second.heard.changes).toHaveLength(1)
    expect(second.heard.changes[0]?.kinds).toEqual(expect.arrayContaining(['registered', 'listed']))
    expect(second.heard.changes[0]?.positions).toContain(id)
    expect(second.heard.changes[0]?.orders).toContain(hash)
    expect(second.heard.changes[0]?.partial).toBe(false)
    second.leave()
  })

  test.each([
    ['is none of ours', 'abc'],
    ['names a block that was undone', `1-${'0'.repeat(16)}-0`],
  ])('tells a client whose id %s to read everything again', async (_what, last) => {
    const { heard, leave } = await listen(last)
    await until(() => heard.changes.length > 0)
    expect(heard.changes[0]).toMatchObject({ partial: true, positions: [] })
    leave()
  })
})

describe('the hub', () => {
  test('holds one connection for all, and none when everyone has left', async () => {
    await until(() => hub.size() === 0)
    const all = await Promise.all(Array.from({ length: 12 }, () => listen()))
    expect(hub.size()).toBe(12)
    expect(await listeners()).toBe(1)
    for (const { leave } of all) leave()
    await until(() => hub.size() === 0)
    for (let i = 0; i < 100 && (await listeners()) !== 0; i++) await sleep(20)
    expect(await listeners()).toBe(0)
  })

  test('turns away whoever is too many', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => listen()))
    expect((await fetch(url)).status).toBe(503)
    for (const { leave } of all) leave()
    await until(() => hub.size() === 0)
  })

  test('listens again when its connection breaks, and says that something may be missed', async () => {
    const { heard, leave } = await listen()
    await market.db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hotswap-events' and datname = current_database()`,
    )
    await until(() => heard.changes.some((one) => one.partial))
    const id = await market.register(seller)
    await until(() => heard.changes.some((one) => one.positions.includes(id)))
    leave()
  })

  test('sends everyone away when the process ends, so that the server can close', async () => {
    const all = await Promise.all([listen(), listen()])
    hub.end()
    await Promise.all(all.map(({ ended }) => ended))
    expect(hub.size()).toBe(0)
  })

  test('is not disturbed by nonsense on the channel', async () => {
    const { heard, leave } = await listen()
    for (const text of ['', 'x', '{}', '{"head":"1"}'])
      await market.db.execute(sql`select pg_notify('hotswap', ${text})`)
    const id = await market.register(seller)
    await until(() => heard.changes.length > 0)
    expect(heard.changes.every((one) => one.head > 0)).toBe(true)
    expect(heard.changes.at(-1)?.positions).toContain(id)
    leave()
  })
})
