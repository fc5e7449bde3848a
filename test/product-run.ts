import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { pathsOf, projectRoot } from '@/scripts/product/paths'
import type { Run } from '@/scripts/product/run-lock'
import { guardGroup, releaseGroup } from '@/scripts/services/guard'
import { waitUntil } from '@/scripts/services/wait-until'

/** `npm start` as a test drives it. */
export type ProductRun = {
  pid: number
  /** what it has said so far */
  said(): string
  /** what it tells of itself in its lock file */
  facts(): Run
  /** waits for its URL; throws with what it said when it ends before */
  ready(): Promise<string>
  /** resolves with its exit code */
  exited: Promise<number | null>
  /** does nothing once it has ended */
  signal(signal: NodeJS.Signals): void
}

/** Starts the whole product on a data folder of its own and on any free ports, unless `env` says otherwise. */
export function startProductRun(
  data: string,
  env: Record<string, string | undefined> = {},
  mode: 'start' | 'dev' = 'start',
): ProductRun {
  const child: ChildProcess = spawn(process.execPath, [join(projectRoot, 'scripts', 'run.mjs'), mode], {
    cwd: projectRoot,
    env: {
      ...process.env,
      NODE_ENV: undefined,
      DATABASE_URL: undefined,
      RPC_URL: undefined,
      DEPLOYMENT_FILE: undefined,
      npm_lifecycle_event: undefined,
      HOTSWAP_DATA: data,
      PORT: 'any',
      RPC_PORT: 'any',
      DATABASE_PORT: 'any',
      ...env,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const pid = child.pid
  if (pid === undefined) throw new Error('The product did not start.')
  guardGroup(pid)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
  let ended = false
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      ended = true
      releaseGroup(pid)
      resolve(code)
    })
  })
  const said = () => stripVTControlCharacters(output)
  const url = () => /^ {2}(https?:\/\/\S+) {4}ready in/m.exec(said())?.[1]
  return {
    pid,
    said,
    facts: () => JSON.parse(readFileSync(pathsOf(data).lock, 'utf8')),
    async ready() {
      await waitUntil('the product is up', () => ended || url() !== undefined, {
        timeout: 600_000,
        interval: 50,
      })
      const found = url()
      if (!found) throw new Error(`The product ended before it was up:\n${said()}`)
      return found
    },
    exited,
    signal(signal) {
      if (!ended) process.kill(pid, signal)
    },
  }
}
