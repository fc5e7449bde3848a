import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase } from '@/db/client'
import { CHANNEL } from '@/lib/indexer'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { followNotices } from './follow-notices'

/** A door in front of PostgreSQL that shuts out the first who come, as a busy machine does. */
let door: Server
let turnedAway = 0
const open = new Set<Socket>()
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  const { hostname, port } = new URL(database.url)
  door = createServer((socket) => {
    socket.on('error', () => {})
    if (turnedAway < 2) {
      turnedAway += 1
      socket.destroy()
      return
    }
    open.add(socket)
    const inside = connect(Number(port), hostname)
    inside.on('error', () => socket.destroy())
    socket.on('close', () => inside.destroy())
    socket.pipe(inside).pipe(socket)
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  for (const socket of open) socket.destroy()
  door.close()
  await database.close()
})

test('A database that does not answer at first is asked again, and its notices are heard', async () => {
  const url = new URL(database.url)
  url.hostname = '127.0.0.1'
  url.port = String((door.address() as AddressInfo).port)
  const behindTheDoor = createDatabase(url.href)
  let heard = 0
  const unfollow = followNotices(behindTheDoor, async () => {
    heard += 1
  })
  const notice = JSON.stringify({
    head: 1,
    hash: `0x${'11'.repeat(32)}`,
    time: 1_700_000_000,
    kinds: [],
    positions: [],
    orders: [],
    partial: false,
  })
  for (let i = 0; i < 100 && heard === 0; i++) {
    await database.db.execute(sql`select pg_notify(${CHANNEL}, ${notice})`)
    await sleep(100)
  }
  expect(turnedAway).toBe(2)
  expect(heard).toBeGreaterThan(0)
  unfollow()
  await behindTheDoor.$client.end()
})
