import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { DeviceSecret } from '@/lib/chain/device'
import { keyTypes } from '@/lib/chain/ids'
import { AgentError } from './agent-error'

/** Where the key lies unless `--key` says otherwise. A real device keeps it in its secure element. */
export const DEFAULT_KEY_FILE = join(homedir(), '.hotswap-device')

const schema = z.object({
  keyType: z.enum(keyTypes),
  secret: z.string().regex(/^0x[0-9a-f]{64}$/),
})

/** Writes a key that only its user can read, never over another: a lost key is a lost device. */
export function saveKey(file: string, key: DeviceSecret): void {
  if (existsSync(file)) throw new AgentError(`${file} holds a key already.`, 'Name another file with --key.')
  writeFileSync(file, `${JSON.stringify(key)}\n`, { mode: 0o600, flag: 'wx' })
}

/** Reads a key, and refuses one that others can read. */
export function loadKey(file: string): DeviceSecret {
  if (!existsSync(file))
    throw new AgentError(
      `There is no key at ${file}.`,
      'Make one with `npm run device -- keygen`, or name it with --key.',
    )
  if (statSync(file).mode & 0o077)
    throw new AgentError(`Others can read the key at ${file}.`, `Run \`chmod 600 ${file}\`.`)
  const parsed = schema.safeParse(parseJson(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new AgentError(`${file} is not a device key.`, 'Name the right file with --key.')
  return { keyType: parsed.data.keyType, secret: parsed.data.secret as DeviceSecret['secret'] }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
