import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The device agent as an operator of many devices runs it, in a folder of its own. */
export function createFleetAgent() {
  const folder = mkdtempSync(join(tmpdir(), 'hotswap-fleet-'))
  const keys = join(folder, 'fleet.keys')
  const csv = join(folder, 'fleet.csv')
  const agent = async (...args: string[]): Promise<string> => {
    const { stdout } = await run(
      'npm',
      ['run', '--silent', 'device', '--', 'fleet', ...args, '--keys', keys],
      {
        maxBuffer: 16 * 1024 * 1024,
      },
    )
    return stdout
  }
  return { csv, keys, keygen: (...args: string[]) => agent('keygen', '--csv', csv, ...args), run: agent }
}
