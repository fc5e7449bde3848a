import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { Hex } from 'viem'
import { z } from 'zod'
import { type DeviceSecret, generateDeviceSecret, publicKeyOf } from '@/lib/chain/device'
import { deviceId, type KeyType, keyTypes } from '@/lib/chain/ids'
import { AgentError } from './agent-error'

const schema = z.object({
  keyType: z.enum(keyTypes),
  secret: z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{64}$/)]),
})

/** Makes a file of keys, one a line, that only its user can read; never over another. */
export function makeFleetKeys(file: string, count: number, curve: KeyType): DeviceSecret[] {
  if (existsSync(file)) throw new AgentError(`${file} holds keys already.`, 'Name another file with --keys.')
  const secrets = Array.from({ length: count }, () => generateDeviceSecret(curve))
  const text = secrets.map((secret) => `${JSON.stringify(secret)}\n`).join('')
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  return secrets
}

/** The keys of a fleet by device id. @throws AgentError where others can read the file, or a line is no key */
export function loadFleetKeys(file: string): Map<Hex, DeviceSecret> {
  if (!existsSync(file))
    throw new AgentError(`There are no keys at ${file}.`, 'Make them with `npm run device -- fleet keygen`.')
  if (statSync(file).mode & 0o077)
    throw new AgentError(`Others can read the keys at ${file}.`, `Run \`chmod 600 ${file}\`.`)
  const lines = readFileSync(file, 'utf8').split('\n')
  return new Map(
    lines.flatMap((text, index) => {
      if (text.trim() === '') return []
      const secret = readKey(text)
      if (!secret)
        throw new AgentError(
          `Line ${index + 1} of ${file} is not a device key.`,
          'Name the right file with --keys.',
        )
      return [[deviceId(publicKeyOf(secret)), secret] as const]
    }),
  )
}

function readKey(text: string): DeviceSecret | undefined {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
