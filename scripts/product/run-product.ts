import { bringUp } from './bring-up'
import type { Mode } from './launch'
import { dataFolder, pathsOf } from './paths'
import { createReport, type Report } from './report'
import { type RunLock, takeRunLock } from './run-lock'
import { readSettings } from './settings'
import { StopError } from './stop-error'
import { createSupervisor, StopRequestedError, type Supervisor } from './supervisor'

/**
 * The whole product in one go: brings every part up, then holds it until somebody stops it or a part ends. Either way
 * nothing it began is left. Sets the exit code: 0 when asked to stop, 1 otherwise.
 */
export async function runProduct(mode: Mode): Promise<void> {
  const report = createReport()
  const supervisor = createSupervisor()
  stopOnSignals(supervisor, report)
  const paths = pathsOf(dataFolder())
  let lock: RunLock | undefined
  let reason: Error
  try {
    const settings = readSettings()
    lock = takeRunLock(paths.lock, mode)
    report.title(mode === 'dev' ? 'Hotswap, development' : 'Hotswap')
    const url = await bringUp({ mode, settings, paths, report, supervisor, lock })
    report.ready(url)
    reason = await supervisor.ended
  } catch (error) {
    reason = error instanceof Error ? error : new Error(String(error))
  }
  if (reason instanceof StopRequestedError) report.say(`${reason.message} …`)
  else report.problem(explain(reason))
  await supervisor.stop()
  lock?.release()
  if (lock) report.say('Every process has ended.\n')
  process.exit(reason instanceof StopRequestedError ? 0 : 1)
}

/** What the reader can mend in a sentence; what we did not foresee with its stack and its causes. */
function explain(error: Error): string {
  if (error instanceof StopError) return error.message
  let text = error.stack ?? error.message
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause)
    text += `\nbecause ${cause.message}`
  return text
}

function stopOnSignals(supervisor: Supervisor, report: Report): void {
  let asked = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      asked += 1
      // npm passes on a Ctrl-C that the terminal has sent us already
      if (asked === 1) supervisor.end(new StopRequestedError('Stopping'))
      else if (asked > 3) supervisor.kill()
    })
  process.on('uncaughtException', (error) => supervisor.end(error))
  process.on('unhandledRejection', (error) => {
    report.note(`an error nobody waited for: ${error instanceof Error ? error.message : error}`)
  })
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => {
      if (process.ppid !== parent) supervisor.end(new StopRequestedError('npm has ended; stopping'))
    }, 1_000).unref()
  }
}
