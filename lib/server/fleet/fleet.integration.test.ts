import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocks } from '@/db/schema'
import { buildWorker } from '@/scripts/product/build-worker'
import { seedData } from '@/scripts/seed/data'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { addressOf, daysFromNow, insertCase, insertListing, NOW } from '@/test/insert-market'
import { readCirculationHeadline, rollUpCirculation } from '../lab/roll-up-circulation'
import { readEntryResult, rollUpEntry } from '../lab/roll-up-entry'
import { readJoiningOfNetwork, readJoiningOfPosition } from '../positions/read-joining'
import { valuePositions } from '../valuations/value-positions'
import { planHere, planInThread } from './compute-plan'
import { planCsv, planQuery } from './plan-files'
import { readFleetPlan } from './read-fleet-plan'
import { readFleetTask } from './read-fleet-task'

let database: TestDatabase
const me = addressOf('me')
const server = () => ({ db: database.db, now: () => NOW, planFleet: planHere })
const knobs = { cost: 1, share: undefined }

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await seedData(db)
  const word = `0x${'1'.repeat(64)}` as const
  await db
    .insert(blocks)
    .values({ number: 1, hash: word, parentHash: word, time: daysFromNow(-9), eventful: true })
  await insertCase(db, { id: 1, owner: 'me', network: 'relay', model: 'relay-vps', name: 'Relay' })
  await insertCase(db, { id: 2, owner: 'me', network: 'nym', model: 'nym-mixnode' })
  await insertCase(db, { id: 3, owner: 'me', network: 'dimo', model: 'dimo-macaron' })
  await insertListing(db, { id: 1, owner: 'me', price: 50_000_000n })
})
afterAll(() => database.close())

test('a relay gains on Nym; a mix node stays because it pays best, a car unit because it has nowhere to go', async () => {
  const page = await readFleetPlan(me, knobs, server())
  if (page.plan.kind !== 'planned') throw new Error('nothing was planned')
  const { groups, answer } = page.plan
  expect(groups).toMatchObject([{ from: 'relay', to: 'nym', devices: 1, gainUsd: answer.moves[0]!.gainUsd }])
  const [{ moves }] = groups as [(typeof groups)[number]]
  expect(moves).toHaveLength(1)
  expect(moves[0]).toMatchObject({
    positionId: 1,
    from: 'relay',
    to: 'nym',
    position: { name: 'Relay' },
    orders: { listings: 1, offers: 0 },
    models: [{ slug: 'nym-mixnode' }],
    lacksPlace: false,
  })
  expect(moves[0]!.gainUsd).toBeGreaterThan(0)
  expect(answer.stays).toMatchObject([
    { network: 'dimo', because: 'alone' },
    { network: 'nym', because: 'pay' },
  ])
  expect(page.reading.assumptions.map(({ name }) => name)).toContain('fleet_share')
})

test('a dearer move gains less, and the files hold every move', async () => {
  const gainAt = async (cost: number) => {
    const { plan } = await readFleetPlan(me, { cost, share: undefined }, server())
    return plan.kind === 'planned' ? plan.answer.gainUsd : Number.NaN
  }
  expect(await gainAt(2)).toBeLessThan(await gainAt(1))
  const lines = (await planCsv(planQuery.parse({ account: me }), server())).trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/^1,relay,nym,/)
  expect(planQuery.safeParse({ account: '0x12' }).success).toBe(false)
})

test('an account without positions is told so', async () => {
  const page = await readFleetPlan(addressOf('nobody'), knobs, server())
  expect(page.plan).toEqual({ kind: 'empty' })
})

test('a thread comes to the same plan as this one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotswap-fleet-'))
  await buildWorker(folder)
  const { task } = await readFleetTask(me, knobs, server())
  if (!task) throw new Error('nothing to plan')
  expect(await planInThread(join(folder, 'fleet-thread.js'))(task)).toEqual(await planHere(task))
  await expect(planInThread(join(folder, 'fleet-thread.js'))({ ...task, groups: [] })).rejects.toThrow(
    'at least one device',
  )
  rmSync(folder, { recursive: true })
}, 30_000)

test('the circulation gap and the back-test of entry are kept, and computed again only for other figures', async () => {
  expect(await readCirculationHeadline(server())).toBeUndefined()
  expect(await rollUpCirculation(server())).toBe(true)
  expect(await rollUpCirculation(server())).toBe(false)
  const gap = await readCirculationHeadline(server())
  expect(gap?.cases).toHaveLength(81)
  expect(gap!.fixedHighUsd).toBeLessThanOrEqual(0)
  expect(gap!.highUsd).toBeGreaterThan(0)

  expect(await rollUpEntry(server())).toBe(true)
  expect(await rollUpEntry(server())).toBe(false)
  const entry = await readEntryResult(server())
  expect(entry).toMatchObject({ n: 128 })
  expect(entry!.error).toBeCloseTo(0.788, 3)
  expect(entry!.networks.find(({ slug }) => slug === 'relay')).toMatchObject({ months: 6, costIsKnown: true })

  await database.db.$client.query(`update assumptions set value = 99 where name = 'switching_cost'`)
  expect(await rollUpCirculation(server())).toBe(true)
}, 30_000)

test('what others joining takes from a position is told on its page and its network’s', async () => {
  await valuePositions(server(), [2])
  const network = { slug: 'nym', name: 'Nym' }
  const of = (joining: number) =>
    readJoiningOfPosition({ id: 2, network, cell: null }, { joining, where: 'network' }, server())
  const few = await of(100)
  const many = await of(10_000)
  expect(few!.fixed.falls).toBeGreaterThan(0)
  expect(many!.fixed.falls).toBeGreaterThan(few!.fixed.falls)
  expect(many!.growing.falls).toBeLessThan(many!.fixed.falls)
  expect(await readJoiningOfNetwork(network, { joining: 100, where: 'cell' }, server())).toMatchObject({
    where: 'network',
    position: { id: 2 },
    fixed: few!.fixed,
  })
  expect(
    await readJoiningOfPosition({ id: 1, network, cell: null }, { joining: 1, where: 'network' }, server()),
  ).toBeUndefined()
}, 30_000)
