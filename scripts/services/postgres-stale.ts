import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { waitUntil } from './wait-until'

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return ''
    }
  }
}

/**
 * Clears what a killed run left: a postmaster that still serves this cluster is ended, and a pid file whose process
 * is gone, or is by now somebody else, is removed (PostgreSQL itself would refuse to start in the last case).
 * Call it only while holding the lock of the data folder.
 */
export async function endStalePostmaster(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  let pid: number
  try {
    pid = Number.parseInt(readFileSync(file, 'utf8').split('\n')[0] ?? '', 10)
  } catch {
    return
  }
  const serves = () => commandOf(pid).includes(cluster)
  if (pid > 1 && serves()) {
    process.kill(pid, 'SIGINT')
    await waitUntil('the PostgreSQL of an earlier run ends', () => !serves(), { timeout: 5_000 }).catch(() =>
      process.kill(pid, 'SIGKILL'),
    )
    await waitUntil('the PostgreSQL of an earlier run is gone', () => !serves(), { timeout: 10_000 })
  }
  rmSync(file, { force: true })
}
