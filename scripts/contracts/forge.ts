import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { foundryBinary } from '../services/binaries'

const root = resolve(import.meta.dirname, '../..')

/** Runs forge at the project root; its exit code comes back. */
export function forge(args: readonly string[], environment: Record<string, string> = {}): number {
  const { status, error } = spawnSync(foundryBinary('forge'), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  if (error) throw error
  return status ?? 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = forge(process.argv.slice(2))
