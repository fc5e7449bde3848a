import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { networks } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { connect } from './connection'

const folder = mkdtempSync(join(tmpdir(), 'hotswap-command-'))
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.db
    .insert(networks)
    .values({ slug: 'relay', name: 'Relay', category: 'bandwidth', token: 'TKN', isPhysical: false })
}, 120_000)
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database?.close()
})

function run(args: string[]) {
  return new Promise<{ code: number | null; said: string }>((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/sources/index.ts', ...args], {
      env: { ...process.env, DATABASE_URL: database.url },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        said += part
      })
    child.on('close', (code) => done({ code, said }))
  })
}

test('a file becomes a source, is read, and the months come back as they were known', async () => {
  const rows =
    'network,month,reward_tokens,token_price_usd,rewards_usd,active_nodes\nrelay,2024-03,10,2,20,5\nrelay,2024-3,,,,\n'
  writeFileSync(join(folder, 'months.csv'), rows)
  const settings = join(folder, 'source.json')
  const config = { path: join(folder, 'months.csv'), publishedAt: '2024-05-01T00:00:00Z' }
  writeFileSync(settings, JSON.stringify({ slug: 'report', kind: 'csv', title: 'Report', config }))
  expect(await run(['add', settings])).toEqual({ code: 0, said: 'report is a source now.\n' })
  const { code, said } = await run(['read', 'report'])
  expect(code).toBe(0)
  expect(said).toContain('left out, line 3: month is not a month (YYYY-MM).')
  expect(said).toContain('report: 4 new observations, 1 rows left out.')
  expect((await run(['read', 'report'])).said).toBe(
    'report: 0 new observations, nothing has changed since.\n',
  )
  expect((await run(['months', '2024-05-01'])).said).toBe(
    'network,category,token,month,reward_tokens,token_price_usd,rewards_usd,active_nodes\r\nrelay,bandwidth,TKN,2024-03,10,2,20,5\r\n',
  )
}, 60_000)

test('what is wrong is said in one sentence', async () => {
  expect(await run(['read', 'nobody'])).toEqual({
    code: 2,
    said: 'There is no source nobody, or another process is reading it.\n',
  })
  expect(() => connect({ ...process.env, DATABASE_URL: undefined, HOTSWAP_DATA: folder })).toThrow(
    'No Hotswap runs here.',
  )
}, 60_000)
