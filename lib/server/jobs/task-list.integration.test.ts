import { Logger, makeWorkerUtils, parseCrontab, runOnce } from 'graphile-worker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { siweNonces } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { crontab } from './crontab'
import { createTaskList } from './task-list'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const now = new Date('2031-05-20T12:00:00Z')

test('every job of the crontab and on demand is in the list, and runs on the worker twice without harm', async () => {
  const taskList = createTaskList({ db: database.db, now: () => now })
  // what is asked for by an event and not by the clock
  const onDemand = ['deliverWebhook']
  const tasks = [...parseCrontab(crontab).map(({ task }) => task), ...onDemand]
  expect(tasks.sort()).toEqual(Object.keys(taskList).sort())

  await database.db.insert(siweNonces).values([
    { nonce: 'past-nonce', expiresAt: new Date(now.getTime() - 1) },
    { nonce: 'good-nonce', expiresAt: new Date(now.getTime() + 1) },
  ])
  const logger = new Logger(() => () => {})
  const worker = await makeWorkerUtils({ connectionString: database.url, logger })
  await worker.migrate()
  for (let round = 0; round < 2; round++) for (const task of tasks) await worker.addJob(task, {})
  await runOnce({ connectionString: database.url, taskList, concurrency: 4, logger })
  await worker.release()

  const { rows } = await database.db.$client.query(
    'select task_identifier, last_error from graphile_worker.jobs',
  )
  expect(rows).toEqual([])
  expect(await database.db.select({ nonce: siweNonces.nonce }).from(siweNonces)).toEqual([
    { nonce: 'good-nonce' },
  ])
  const partitions = await database.db.$client.query(
    `select relname from pg_class where relname like 'heartbeats\\_y2031%' and relkind = 'r' order by relname`,
  )
  expect(partitions.rows.map(({ relname }) => relname)).toEqual([
    'heartbeats_y2031m05',
    'heartbeats_y2031m06',
  ])
})
