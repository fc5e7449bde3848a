import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { newSecret, signatureHeaders } from './sign-message'

const body = '{"type":"position.sold"}'

test('the specification’s own library accepts what we sign, and nothing that was changed', () => {
  const secret = newSecret()
  const headers = signatureHeaders(secret, { id: 'msg_1', at: new Date(), body })
  const receiver = new Webhook(secret)
  expect(receiver.verify(body, headers)).toEqual({ type: 'position.sold' })
  expect(() => receiver.verify(`${body} `, headers)).toThrow()
  expect(() => receiver.verify(body, { ...headers, 'webhook-id': 'msg_2' })).toThrow()
  expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow()
})

test('a message replayed later than the tolerance is refused by its timestamp', () => {
  const secret = newSecret()
  const headers = signatureHeaders(secret, { id: 'msg_1', at: new Date(Date.now() - 6 * 60_000), body })
  expect(() => new Webhook(secret).verify(body, headers)).toThrow(/timestamp/i)
})

test('secrets are new each time and hold 32 bytes', () => {
  expect(newSecret()).not.toBe(newSecret())
  expect(Buffer.from(newSecret().slice('whsec_'.length), 'base64')).toHaveLength(32)
})
