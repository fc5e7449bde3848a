import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { guardGroup, releaseGroup } from './guard'
import { isGroupAlive, signalGroup } from './process-group.mjs'
import { tail } from './tail'
import { waitUntil } from './wait-until'

export type Exit = { code: number | null; signal: NodeJS.Signals | null }

export type ServiceOptions = {
  name: string
  command: string
  args: readonly string[]
  /** where its output goes; the log of the run before is kept beside it as `.previous` */
  logFile: string
  env?: Record<string, string | undefined>
  cwd?: string
  uid?: number
  gid?: number
  /** the signal that asks it to end; SIGTERM unless told */
  stopSignal?: NodeJS.Signals
  /** true: does not keep this process alive; it is ended when this process ends */
  background?: boolean
  /** milliseconds it has to end before it is killed; 8,000 unless told */
  stopTimeout?: number
}

/** A process we began, with its group. */
export type Service = {
  name: string
  pid: number
  logFile: string
  /** resolves when the process has ended, for whatever reason; never rejects */
  exited: Promise<Exit>
  /** set once it has ended */
  exit(): Exit | undefined
  /** asks, waits, then kills, the whole group; resolves when none is left. Harmless when repeated */
  stop(): Promise<void>
  /** kills the whole group without asking */
  kill(): void
  /** last lines of its log */
  tail(lines?: number): string
}

const living = new Set<Service>()

/** Every service of this process that has not ended. */
export function livingServices(): Service[] {
  return [...living]
}

/**
 * Starts a process in a group of its own, so that a Ctrl-C in the terminal reaches us alone and we end the others in
 * order, and so that what it began ends with it.
 * @throws Error when the command cannot be started at all
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  mkdirSync(dirname(options.logFile), { recursive: true })
  if (existsSync(options.logFile)) renameSync(options.logFile, `${options.logFile}.previous`)
  const log = openSync(options.logFile, 'w')
  const child: ChildProcess = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env } as NodeJS.ProcessEnv,
    uid: options.uid,
    gid: options.gid,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let exit: Exit | undefined
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      exit = { code, signal }
      resolve(exit)
    })
  })
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', reject)
  })
  // known once spawned
  const pid = child.pid as number
  guardGroup(pid)
  if (options.background) child.unref()

  // the number of a group that has ended may be given to somebody else: it is never signalled again
  let gone = false
  const forget = () => {
    gone = true
    releaseGroup(pid)
  }
  void exited.then(() => {
    if (!isGroupAlive(pid)) forget()
  })

  async function stop(): Promise<void> {
    if (!exit) {
      // the leader alone: PostgreSQL and Next end their own children in order
      child.kill(options.stopSignal ?? 'SIGTERM')
      const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), options.stopTimeout ?? 8_000)
      await exited
      clearTimeout(timer)
    }
    if (gone) return
    signalGroup(pid, 'SIGKILL')
    await waitUntil(`${options.name} has left nothing running`, () => !isGroupAlive(pid), {
      timeout: 5_000,
    })
    forget()
  }

  const service: Service = {
    name: options.name,
    pid,
    logFile: options.logFile,
    exited,
    exit: () => exit,
    stop,
    kill: () => {
      if (!gone) signalGroup(pid, 'SIGKILL')
    },
    tail: (lines = 15) => tail(options.logFile, lines),
  }
  living.add(service)
  void exited.then(() => living.delete(service))
  return service
}
