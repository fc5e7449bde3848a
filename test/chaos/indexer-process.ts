import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Deployment } from '@/lib/chain/deployment'
import { temporaryFolder } from '../temporary-folder'

let bundle: Promise<string> | undefined

/** One file, so that a restart costs little. */
function bundled(): Promise<string> {
  bundle ??= (async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url))
    const outfile = join(root, '.data', 'cache', `chaos-indexer-${process.pid}.mjs`)
    await build({
      entryPoints: [fileURLToPath(new URL('indexer-main.ts', import.meta.url))],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      alias: { '@': root },
      logLevel: 'silent',
    })
    return outfile
  })()
  return bundle
}

export type IndexerProcess = {
  /** ends it without a chance to tidy up, and starts another */
  restart: () => Promise<void>
  kill: () => Promise<void>
  start: () => Promise<void>
  /** the last lines it wrote, and whether it ended by itself */
  output: () => string
  failed: () => boolean
}

/** The indexer in a real process. */
export async function createIndexerProcess(options: {
  databaseUrl: string
  rpcUrl: string
  deployment: Deployment
  name: string
}): Promise<IndexerProcess> {
  const file = await bundled()
  const deploymentFile = join(temporaryFolder(), `${options.name}.json`)
  writeFileSync(deploymentFile, JSON.stringify(options.deployment))
  let child: ChildProcess | undefined
  let lines: string[] = []
  let failed = false

  async function start() {
    const started = spawn(process.execPath, [file], {
      env: {
        ...process.env,
        DATABASE_URL: options.databaseUrl,
        RPC_URL: options.rpcUrl,
        DEPLOYMENT_FILE: deploymentFile,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const note = (chunk: Buffer) => {
      lines = [...lines, ...chunk.toString().split('\n')].filter(Boolean).slice(-40)
    }
    started.stdout.on('data', note)
    started.stderr.on('data', note)
    started.once('exit', (code) => {
      if (code !== null && code !== 0) failed = true
    })
    child = started
  }

  async function kill() {
    const running = child
    child = undefined
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()))
    running.kill('SIGKILL')
    await ended
  }

  process.once('exit', () => child?.kill('SIGKILL'))
  return {
    start,
    kill,
    restart: async () => {
      await kill()
      await start()
    },
    output: () => lines.join('\n'),
    failed: () => failed,
  }
}
