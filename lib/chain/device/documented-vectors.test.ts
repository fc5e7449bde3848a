import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deviceId } from '../ids'
import { type DeviceSecret, publicKeyOf } from './device-secret'
import { heartbeatDigest } from './digests'
import { signDigest } from './sign-digest'
import { verifyDigest } from './verify-digest'

const page = readFileSync(new URL('../../../docs/device-agent.md', import.meta.url), 'utf8')
const vectors: unknown[] = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? '[]')
const place = { chainId: 31_337, positions: `0x${'1'.repeat(40)}` } as const

test.each(['secp256k1', 'p256'] as const)(
  'the %s vector an integrator is given is what we sign and take',
  (keyType) => {
    const secret: DeviceSecret = {
      keyType,
      secret: '0x067cc39bd95d976b69b6fe15b8d6c2add09f237fcfe1b3b29ba6dad1a368f2e1',
    }
    const key = publicKeyOf(secret)
    const message = { deviceId: deviceId(key), epoch: 500_000n, uptime: 3600, work: 42n, state: 0 }
    const digest = heartbeatDigest(place, message)
    const signature = signDigest(secret, digest)
    expect(vectors).toContainEqual({
      secret: secret.secret,
      key,
      deviceId: message.deviceId,
      digest,
      signature,
    })
    expect(verifyDigest(key, digest, signature)).toBe(true)
  },
)
