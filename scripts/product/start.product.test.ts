import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { type ProductRun, startProductRun } from '@/test/product-run'
import { temporaryFolder } from '@/test/temporary-folder'
import { isGroupAlive } from '../services/process-group.mjs'
import { waitUntil } from '../services/wait-until'

const data = join(temporaryFolder(), 'start')

function groupsOf(run: ProductRun): number[] {
  return [run.pid, ...Object.values(run.facts().parts ?? {})]
}

async function expectNothingLeft(groups: number[]): Promise<void> {
  expect(groups.length).toBeGreaterThanOrEqual(5)
  await waitUntil('nothing is left running', () => !groups.some(isGroupAlive), { timeout: 10_000 })
}

async function countPositions(run: ProductRun): Promise<number> {
  const client = new pg.Client({ connectionString: run.facts().databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from positions')
  await client.end()
  return rows[0]?.count ?? 0
}

/** Jobs of the worker that failed, once those it begins with have been done. */
async function failedJobs(run: ProductRun): Promise<string[]> {
  const client = new pg.Client({ connectionString: run.facts().databaseUrl })
  await client.connect()
  try {
    await waitUntil(
      'the worker has done what it begins with',
      async () => {
        const { rows } = await client.query(
          'select 1 from graphile_worker.jobs where key = task_identifier and last_error is null and run_at <= now()',
        )
        return rows.length === 0
      },
      { timeout: 120_000, interval: 200 },
    )
    const { rows } = await client.query<{ failure: string }>(
      `select task_identifier || ': ' || last_error as failure from graphile_worker.jobs where last_error is not null`,
    )
    return rows.map(({ failure }) => failure)
  } finally {
    await client.end()
  }
}

describe.sequential('npm start', () => {
  let positions: number

  it('brings everything up, tells each step with its time and one URL, and ends all of it on Ctrl-C', async () => {
    const run = startProductRun(data)
    const url = await run.ready()
    for (const step of ['database', 'chain', 'contracts', 'migrations', 'seed', 'build', 'worker', 'web'])
      expect(run.said()).toMatch(new RegExp(`^  ${step} .*\\d s$`, 'm'))
    expect((await fetch(`${url}/market`)).status).toBe(200)
    positions = await countPositions(run)
    expect(positions).toBeGreaterThanOrEqual(300)
    expect(await failedJobs(run)).toEqual([])
    expect(await (await fetch(`${url}/networks/map`)).text()).not.toContain('No device has a public place')

    const second = startProductRun(data)
    expect(await second.exited).toBe(1)
    expect(second.said()).toContain(
      `Hotswap already runs on this folder (\`npm run start\`, process ${run.pid}; it is at ${url})`,
    )

    const groups = groupsOf(run)
    run.signal('SIGINT')
    expect(await run.exited).toBe(0)
    expect(run.said()).toContain('Every process has ended.')
    await expectNothingLeft(groups)
  })

  it.each([
    ['PostgreSQL', 'database.log'],
    ['anvil', 'chain.log'],
    ['the worker', 'worker.log'],
    ['the web server', 'web.log'],
  ])(
    'finds the data of before, and when %s is killed says so and leaves nothing running',
    async (part, log) => {
      const run = startProductRun(data)
      await run.ready()
      expect(run.said()).toContain('with the data of before')
      expect(run.said()).toContain('none to apply')
      expect(await countPositions(run)).toBe(positions)
      const groups = groupsOf(run)
      process.kill(run.facts().parts?.[part] ?? Number.NaN, 'SIGKILL')
      expect(await run.exited).toBe(1)
      expect(run.said()).toContain(`✖ ${part} was ended by SIGKILL`)
      expect(run.said()).toContain(log)
      await expectNothingLeft(groups)
    },
  )

  it('leaves nothing running when it is itself killed, and starts again', async () => {
    const killed = startProductRun(data)
    await killed.ready()
    const groups = groupsOf(killed)
    killed.signal('SIGKILL')
    await killed.exited
    await expectNothingLeft(groups)

    const again = startProductRun(data)
    await again.ready()
    expect(await countPositions(again)).toBe(positions)
    again.signal('SIGHUP')
    expect(await again.exited).toBe(0)
  })

  it('names a port that was asked for and is taken', async () => {
    const server = createServer()
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      }),
    )
    const run = startProductRun(data, { RPC_PORT: String(port) })
    expect(await run.exited).toBe(1)
    expect(run.said()).toContain(`Port ${port}, asked for by RPC_PORT, is taken`)
    server.close()
  })
})
