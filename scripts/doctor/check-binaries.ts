import { execFileSync } from 'node:child_process'
import { foundryBinary, postgresBinaries } from '../services/binaries'
import { bad, type Finding, good } from './finding'

/** Runs each program the product needs, as far as its version. */
export function checkBinaries(): Finding[] {
  const programs: [name: string, path: () => string][] = [
    ['PostgreSQL', () => postgresBinaries().postgres],
    ['anvil', () => foundryBinary('anvil')],
    ['forge', () => foundryBinary('forge')],
  ]
  return programs.map(([name, path]) => {
    try {
      const version = execFileSync(path(), ['--version'], { encoding: 'utf8', timeout: 20_000 })
      return good(name, version.split('\n')[0] ?? '')
    } catch (error) {
      return bad(
        name,
        error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
        'Remove node_modules and run `npm ci` on this machine, without --omit. On Alpine (musl), use a glibc system.',
      )
    }
  })
}
