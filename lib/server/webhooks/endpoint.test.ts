import { expect, test } from 'vitest'
import { mayConnect, parseEndpoint } from './endpoint'
import { EndpointRefusedError } from './errors'

const abroad = { allowLocal: false }
const local = { allowLocal: true }

test('https on a public host is taken', () => {
  expect(parseEndpoint('https://example.org/hook?x=1#part', abroad).href).toBe('https://example.org/hook?x=1')
  expect(parseEndpoint('https://1.1.1.1:8443/', abroad).port).toBe('8443')
})

test('what is not https, not public or carries a password is refused in words', () => {
  for (const text of [
    '',
    'example.org',
    'http://example.org/',
    'ftp://example.org/',
    'javascript:alert(1)',
    'https://user:word@example.org/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    // other spellings of 127.0.0.1
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.8/',
  ])
    expect(() => parseEndpoint(text, abroad), text).toThrow(EndpointRefusedError)
})

test('on the local chain this machine may be called, and nothing else that is private', () => {
  expect(parseEndpoint('http://localhost:9999/hook', local).port).toBe('9999')
  expect(parseEndpoint('http://127.0.0.1:9999/', local).hostname).toBe('127.0.0.1')
  for (const text of ['http://example.org/', 'https://192.168.0.1/', 'http://10.0.0.1/'])
    expect(() => parseEndpoint(text, local), text).toThrow(EndpointRefusedError)
  expect(mayConnect('127.0.0.1', local)).toBe(true)
  expect(mayConnect('10.0.0.1', local)).toBe(false)
  expect(mayConnect('127.0.0.1', abroad)).toBe(false)
})
