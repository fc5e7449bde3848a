import pg from 'pg'
import { rpc } from '../services/rpc'
import { type Service, startService } from '../services/service'
import { waitUntil } from '../services/wait-until'
import { buildWorker, watchWorker } from './build-worker'
import type { Launch } from './launch'
import { projectRoot } from './paths'

type Options = Launch & { environment: Record<string, string>; databaseUrl: string; rpcUrl: string }

/** Bundles and starts the worker; in development, again at every change. @returns how far it has read */
export async function startWorker(options: Options): Promise<string> {
  const { mode, supervisor, paths } = options
  if (mode === 'start') {
    await buildWorker(paths.build)
    supervisor.add(await launch(options))
  } else await restartOnChange(options)
  return caughtUp(options)
}

function launch({ environment, paths, mode }: Options): Promise<Service> {
  return startService({
    name: 'the worker',
    command: process.execPath,
    args: ['--enable-source-maps', paths.worker],
    cwd: projectRoot,
    env: { ...environment, NODE_ENV: mode === 'start' ? 'production' : 'development' },
    logFile: paths.log('worker'),
  })
}

/** In development a worker that ends waits for its mend instead of ending the run. */
async function restartOnChange(options: Options): Promise<void> {
  const { supervisor, paths, report } = options
  let current: Service | undefined
  let turn: Promise<void> = Promise.resolve()
  let builds = 0

  async function replace(): Promise<void> {
    if (current) {
      const previous = current
      current = undefined
      supervisor.remove(previous)
      await previous.stop()
    }
    const service = await launch(options)
    current = service
    supervisor.addTask(service)
    void service.exited.then(({ code, signal }) => {
      if (current === service && !supervisor.stopping())
        report.problem(
          `the worker ended (${signal ?? `code ${code}`}); it starts again at the next change.\n${service.tail()}`,
        )
    })
  }

  await watchWorker(paths.build, ({ errors }) => {
    builds += 1
    if (errors.length > 0) return report.problem(`the worker does not build:\n${errors.join('\n')}`)
    if (builds > 1) report.note('the worker starts again')
    turn = turn.then(replace).catch((error: Error) => supervisor.end(error))
  })
  await waitUntil('the worker is bundled', () => builds > 0)
  await turn
}

/** Waits until the indexer has read the block that is the head now; a public chain's history is not waited for. */
async function caughtUp({ databaseUrl, rpcUrl, settings }: Options): Promise<string> {
  const head = Number(await rpc<string>(rpcUrl, 'eth_blockNumber'))
  if (settings.RPC_URL) return `reads the chain; its head is block ${head}`
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await waitUntil(
      `The indexer reads block ${head}`,
      async () => {
        const { rows } = await client.query<{ tip: string | null }>('select max(number) as tip from blocks')
        return Number(rows[0]?.tip ?? -1) >= head
      },
      { timeout: 120_000, interval: 100 },
    )
  } finally {
    await client.end()
  }
  return `has read the chain to block ${head}`
}
