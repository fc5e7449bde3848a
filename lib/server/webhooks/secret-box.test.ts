import { expect, test } from 'vitest'
import { createSecretBox } from './secret-box'

const box = createSecretBox('a session secret of thirty-two characters')
const account = `0x${'a'.repeat(40)}`

test('what is sealed is not to be read, opens for its account, and is never sealed alike', () => {
  const sealed = box.seal('whsec_c2VjcmV0', account)
  expect(sealed).toMatch(/^sealed:[A-Za-z0-9+/=]+$/)
  expect(Buffer.from(sealed.slice(7), 'base64').toString('latin1')).not.toContain('whsec')
  expect(box.open(sealed, account)).toBe('whsec_c2VjcmV0')
  expect(box.seal('whsec_c2VjcmV0', account)).not.toBe(sealed)
  expect(box.open('whsec_of-before', account)).toBe('whsec_of-before')
})

test('another session secret, another account, or a changed byte does not open it', () => {
  const sealed = box.seal('whsec_c2VjcmV0', account)
  const other = createSecretBox('another session secret, as long as that')
  const bytes = Buffer.from(sealed.slice(7), 'base64')
  for (const [it, kept, whose] of [
    [other, sealed, account],
    [box, sealed, `0x${'b'.repeat(40)}`],
    [box, 'sealed:', account],
    ...[...bytes.keys()].map((at) => {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      return [box, `sealed:${changed.toString('base64')}`, account] as const
    }),
  ] as const)
    expect(() => it.open(kept, whose)).toThrow('sealed under another SESSION_SECRET')
})
