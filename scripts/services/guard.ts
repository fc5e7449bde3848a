import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

let guard: ChildProcess | undefined

/** One small process beside this one that outlives it just long enough to end what it began (see guard-process.mjs). */
function tell(line: string): void {
  if (!guard) {
    guard = spawn(process.execPath, [fileURLToPath(new URL('./guard-process.mjs', import.meta.url))], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    })
    guard.on('error', () => {})
    guard.stdin?.on('error', () => {})
    guard.unref()
    const pipe = guard.stdin
    if (pipe && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref()
  }
  guard.stdin?.write(`${line}\n`)
}

/** Ends the process group when this process ends in any way, SIGKILL included. */
export function guardGroup(group: number): void {
  tell(`+${group}`)
}

export function releaseGroup(group: number): void {
  if (guard) tell(`-${group}`)
}

/** Removes the folder, once the groups are gone, when this process ends in any way. */
export function guardFolder(path: string): void {
  tell(`!${path}`)
}
