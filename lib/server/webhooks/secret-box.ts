import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { SecretUnreadableError } from './errors'

const PREFIX = 'sealed:'
const IV = 12
const TAG = 16

/** Keeps secrets so that who reads the database alone cannot use them. */
export type SecretBox = {
  seal(secret: string, account: string): string
  /** @throws SecretUnreadableError when it was sealed under another session secret, or for another account */
  open(kept: string, account: string): string
}

/**
 * Seals with AES-256-GCM under a key of its own, derived from the session secret (HKDF-SHA256), and bound to the account:
 * a row copied to another account does not open.
 */
export function createSecretBox(sessionSecret: string): SecretBox {
  const key = new Uint8Array(hkdfSync('sha256', sessionSecret, '', 'hotswap webhook secrets', 32))
  return {
    seal(secret, account) {
      const iv = randomBytes(IV)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(account))
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return PREFIX + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')
    },
    open(kept, account) {
      // rows of before secrets were sealed
      if (!kept.startsWith(PREFIX)) return kept
      const bytes = Buffer.from(kept.slice(PREFIX.length), 'base64')
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG })
          .setAAD(Buffer.from(account))
          .setAuthTag(bytes.subarray(IV, IV + TAG))
        return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new SecretUnreadableError(
          'The endpoint’s secret was sealed under another SESSION_SECRET. Delete the endpoint and add it again.',
          { cause },
        )
      }
    },
  }
}
