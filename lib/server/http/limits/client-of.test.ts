import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientOf } from './client-of'
import { createLimiter } from './limiter'

test.each([
  ['203.0.113.7', null, 0, '203.0.113.7'],
  ['::ffff:203.0.113.7', null, 0, '203.0.113.7'],
  ['203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
  ['10.0.0.1', '6.6.6.6, 198.51.100.1', 1, '198.51.100.1'],
  ['10.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
  ['10.0.0.1', null, 1, '10.0.0.1'],
  ['2001:db8:1:2:3:4:5:6', null, 0, '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', null, 0, '2001:db8:1:2::/64'],
  ['::1', null, 0, '0:0:0:0::/64'],
  ['fe80::1%eth0', null, 0, 'fe80:0:0:0::/64'],
])('%s, forwarded for %s behind %i proxies, is %s', (peer, forwarded, proxies, client) => {
  expect(clientOf(peer, forwarded, proxies)).toBe(client)
})

test('what a client writes before the proxies makes it nobody else', () => {
  fc.assert(
    fc.property(fc.string(), (lie) => {
      expect(clientOf('10.0.0.1', `${lie}, 198.51.100.1`, 1)).toBe('198.51.100.1')
    }),
  )
})

test('a process remembers so many clients, and forgets first who asked longest ago', () => {
  const { take } = createLimiter({ burst: 2, perSecond: 1 }, 2)
  for (const client of ['a', 'a', 'b', 'b']) expect(take(client, 1, 0).isAllowed).toBe(true)
  expect(take('a', 1, 0).isAllowed).toBe(false)
  expect(take('c', 1, 0).isAllowed).toBe(true)
  expect(take('a', 1, 0).isAllowed).toBe(false)
  expect(take('b', 1, 0).isAllowed).toBe(true)
})
