import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../product/paths'
import { guardGroup, releaseGroup } from '../services/guard'
import { signalGroup } from '../services/process-group.mjs'
import { complaintsOf } from './complaints'
import type { Suite } from './suites'
import type { Tally } from './tally'

export type SuiteResult = Tally & { name: string; seconds: number; note?: string; complaints?: string[] }

const folder = join(projectRoot, '.data', 'results')
export const resultFile = (name: string) => join(folder, `suite-${name.replaceAll(/[^a-z]+/g, '-')}.json`)

let current: number | undefined

/** Ends the suite that runs now, and all it began. */
export function endCurrentSuite(): void {
  if (current !== undefined) signalGroup(current, 'SIGKILL')
}

/** Forgets the results of suites, so that one that does not run this time is not taken for run. */
export function forgetResults(suites: readonly Suite[]): void {
  mkdirSync(folder, { recursive: true })
  for (const { name } of suites) rmSync(resultFile(name), { force: true })
}

/**
 * Runs a suite, shows what it says, and writes its result. A suite that ends badly without naming a failed test has
 * failed once, and so has one that ran nothing.
 */
export async function runSuite(suite: Suite, minutesLeft: number): Promise<SuiteResult> {
  const began = Date.now()
  mkdirSync(folder, { recursive: true })
  if (suite.report) rmSync(suite.report, { force: true })
  console.log(`\n── ${suite.name} ${'─'.repeat(Math.max(0, 74 - suite.name.length))}`)
  const { code, output, timedOut } = await execute(suite, Math.min(suite.minutes, minutesLeft))

  let tally: Tally
  let note: string | undefined
  try {
    tally = suite.tally({ code, output })
    if (tally.passed + tally.failed === 0) note = 'it ran nothing'
    else if (code !== 0 && tally.failed === 0) note = `it ended with code ${code}`
  } catch {
    tally = { passed: 0, failed: 0, skipped: 0 }
    note = `it left no report (code ${code})`
  }
  if (timedOut) note = 'it was ended because it took too long'
  if (note) tally = { ...tally, failed: Math.max(1, tally.failed) }
  const result = {
    name: suite.name,
    ...tally,
    seconds: (Date.now() - began) / 1000,
    ...(note && { note }),
    ...(tally.failed > 0 && { complaints: complaintsOf(output) }),
  }
  writeFileSync(resultFile(suite.name), `${JSON.stringify(result, null, 2)}\n`)
  return result
}

function execute(
  suite: Suite,
  minutes: number,
): Promise<{ code: number; output: string; timedOut: boolean }> {
  const [command = '', ...args] = suite.command
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...suite.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let output = ''
    let timedOut = false
    const hear = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      stream.write(chunk)
      output = (output + chunk.toString('utf8')).slice(-1_000_000)
    }
    child.stdout.on('data', hear(process.stdout))
    child.stderr.on('data', hear(process.stderr))
    const timer = setTimeout(() => {
      timedOut = true
      if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL')
    }, minutes * 60_000)
    child.once('spawn', () => {
      current = child.pid
      if (child.pid !== undefined) guardGroup(child.pid)
    })
    const end = (code: number) => {
      clearTimeout(timer)
      if (child.pid !== undefined) {
        // what the suite left behind must not disturb the next
        signalGroup(child.pid, 'SIGKILL')
        releaseGroup(child.pid)
      }
      current = undefined
      resolve({ code, output, timedOut })
    }
    child.once('error', (error) => {
      console.error(error.message)
      end(127)
    })
    child.once('close', (code) => end(code ?? 1))
  })
}
