import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** A new secret: 32 random bytes as the Standard Webhooks specification writes them. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString('base64')
}

/**
 * The headers that prove a message (https://www.standardwebhooks.com, version 1): its id, the time of this attempt, and
 * the HMAC-SHA256 of `id.timestamp.body` under the secret. A receiver refuses old timestamps and ids it has seen.
 */
export function signatureHeaders(secret: string, message: { id: string; at: Date; body: string }) {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const timestamp = Math.floor(message.at.getTime() / 1000).toString()
  const signature = createHmac('sha256', key)
    .update(`${message.id}.${timestamp}.${message.body}`)
    .digest('base64')
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
