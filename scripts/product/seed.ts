import { join } from 'node:path'
import { startService } from '../services/service'
import { projectRoot } from './paths'
import { StopError } from './stop-error'
import type { Supervisor } from './supervisor'

/**
 * Puts the seed in, in a process of its own so that it can be stopped at any moment; it is safe to repeat.
 * @returns its last line
 */
export async function seed(
  supervisor: Supervisor,
  environment: Record<string, string>,
  logFile: string,
): Promise<string> {
  const process_ = await startService({
    name: 'the seed',
    command: process.execPath,
    args: [join(projectRoot, 'scripts', 'run.mjs'), 'seed'],
    cwd: projectRoot,
    env: environment,
    logFile,
  })
  supervisor.addTask(process_)
  const { code, signal } = await process_.exited
  supervisor.remove(process_)
  if (code !== 0)
    throw new StopError(
      `The seed could not be put in (${signal ?? `code ${code}`}). The last lines of ${logFile}:\n\n${process_.tail(30)}`,
    )
  return process_.tail(1)
}
