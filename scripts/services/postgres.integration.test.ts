import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { temporaryFolder } from '@/test/temporary-folder'
import { anyFreePort } from './ports'
import { startPostgres } from './postgres'

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

it('keeps its data through a SIGKILL, and starts although its pid file names a stranger', async () => {
  const folder = join(temporaryFolder(), 'kept')
  const options = {
    directory: join(folder, 'postgres'),
    port: await anyFreePort(),
    logFile: join(folder, 'postgres.log'),
    password: 'with a space and a /',
  }
  const first = await startPostgres(options)
  expect(first.fresh).toBe(true)
  await query(first.url, 'create table kept as select 42 as answer')
  process.kill(first.pid, 'SIGKILL')
  await first.exited
  const pidFile = join(options.directory, 'postmaster.pid')
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)))

  const second = await startPostgres(options)
  expect(second.fresh).toBe(false)
  expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  expect(
    await query(second.url, `select 'a' < 'B' collate "default" as before, 'ä' = lower('Ä') as lowered`),
  ).toEqual([{ before: false, lowered: true }])
  await second.stop()
})
