import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { processMark } from './process-mark'
import { StopError } from './stop-error'

const schema = z.object({
  pid: z.number(),
  mark: z.string(),
  command: z.string(),
  /** set once the run is up */
  url: z.string().optional(),
  databaseUrl: z.string().optional(),
  rpcUrl: z.string().optional(),
  deploymentFile: z.string().optional(),
  parts: z.record(z.string(), z.number()).optional(),
})

/** A run of Hotswap on one data folder, as its lock file tells it. */
export type Run = z.infer<typeof schema>

/** The run that holds the folder now, if it lives. */
export function currentRun(file: string): Run | undefined {
  try {
    const run = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return processMark(run.pid) === run.mark ? run : undefined
  } catch {
    return undefined
  }
}

export function describeRun(run: Run): string {
  const where = run.url ? `it is at ${run.url}` : 'it is still starting'
  return `Hotswap already runs on this folder (\`npm run ${run.command}\`, process ${run.pid}; ${where}). Stop it with Ctrl-C in its terminal, or \`kill ${run.pid}\`.`
}

export type RunLock = {
  /** tells others more about this run */
  update(facts: Partial<Run>): void
  release(): void
}

/**
 * Takes the folder for this process. One process of several that try at once gets it.
 * @throws StopError that names the process that holds it
 */
export function takeRunLock(file: string, command: string): RunLock {
  mkdirSync(dirname(file), { recursive: true })
  let run: Run = { pid: process.pid, mark: processMark(process.pid) ?? 'unknown', command }
  const own = `${file}.${process.pid}`
  const write = (path: string) => writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 })

  write(own)
  try {
    for (let attempt = 0; ; attempt += 1) {
      try {
        linkSync(own, file)
        break
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        const holder = currentRun(file)
        if (holder) throw new StopError(describeRun(holder))
        if (attempt > 5) throw new StopError(`${file} cannot be taken. Remove it, then start again.`)
        setAsideStale(file)
      }
    }
  } finally {
    rmSync(own, { force: true })
  }

  return {
    update(facts) {
      run = { ...run, ...facts }
      write(own)
      renameSync(own, file)
    },
    release() {
      if (currentRun(file)?.pid === process.pid) rmSync(file, { force: true })
    },
  }
}

/** Moves the file of a dead run away. Of two that try, one moves it; if it moved a living one's, it puts it back. */
function setAsideStale(file: string): void {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (currentRun(aside)) {
    try {
      linkSync(aside, file)
    } catch {
      // a third has taken the folder meanwhile
    }
  }
  rmSync(aside, { force: true })
}
