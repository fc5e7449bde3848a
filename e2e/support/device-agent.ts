import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The device agent as it is run on a device, with a key file of its own. */
export function createDeviceAgent() {
  const key = join(mkdtempSync(join(tmpdir(), 'hotswap-device-')), 'key.json')
  const agent = async (...args: string[]): Promise<string> => {
    const { stdout } = await run('npm', ['run', '--silent', 'device', '--', ...args, '--key', key])
    return stdout
  }
  return Object.assign(agent, { keyFile: key })
}
