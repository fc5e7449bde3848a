import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startService } from '../services/service'
import { projectRoot } from './paths'
import { StopError } from './stop-error'
import type { Supervisor } from './supervisor'

/** What a build is made from. Tests and migrations are not in it. */
const sources = [
  'app',
  'components',
  'lib',
  'db',
  'public',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tailwind.config.ts',
  'tsconfig.json',
  'package-lock.json',
]
const notBuilt = /\.(test|md|sql|csv)(\.tsx?)?$|(^|\/)(migrations|seed)(\/|$)/

export function distFolder(): string {
  return join(projectRoot, process.env.NEXT_DIST_DIR ?? '.next')
}

function stampFile(): string {
  return join(distFolder(), 'hotswap-sources')
}

/** A hash over everything the build is made from. */
export function hashSources(root: string = projectRoot): string {
  const hash = createHash('sha256').update(process.version)
  const visit = (path: string) => {
    if (notBuilt.test(path)) return
    const stats = statSync(join(root, path), { throwIfNoEntry: false })
    if (!stats) return
    if (stats.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`)
    else hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  }
  for (const path of sources) visit(path)
  return hash.digest('hex')
}

function isBuilt(sourcesHash: string): boolean {
  try {
    return (
      readFileSync(stampFile(), 'utf8') === sourcesHash && statSync(join(distFolder(), 'BUILD_ID')).isFile()
    )
  } catch {
    return false
  }
}

/**
 * Builds the web app if its sources have changed since the last build; says which.
 * @throws StopError with the compiler's last lines
 */
export async function buildWeb(supervisor: Supervisor, logFile: string): Promise<'built' | 'unchanged'> {
  const sourcesHash = hashSources()
  if (isBuilt(sourcesHash)) return 'unchanged'
  rmSync(stampFile(), { force: true })
  const build = await startService({
    name: 'the build',
    command: process.execPath,
    args: [join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
    cwd: projectRoot,
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    logFile,
  })
  supervisor.addTask(build)
  const { code, signal } = await build.exited
  supervisor.remove(build)
  if (code !== 0)
    throw new StopError(
      `The web app does not build (${signal ?? `code ${code}`}). The last lines of ${logFile}:\n\n${build.tail(30)}`,
    )
  writeFileSync(stampFile(), sourcesHash)
  return 'built'
}
