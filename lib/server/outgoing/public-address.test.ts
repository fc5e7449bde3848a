import { expect, test } from 'vitest'
import { isLoopback, isPublicAddress } from './public-address'

test('addresses of the public internet are public', () => {
  for (const address of [
    '1.1.1.1',
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.0',
    '2606:4700:4700::1111',
    '2a00:1450::1',
  ])
    expect(isPublicAddress(address), address).toBe(true)
})

test('private, local, shared, test and multicast addresses are not, in any spelling', () => {
  for (const address of [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:169.254.169.254',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'localhost',
    '',
  ])
    expect(isPublicAddress(address), address).toBe(false)
})

test('only the machine’s own addresses are loopback', () => {
  for (const address of ['127.0.0.1', '127.1.2.3', '::1']) expect(isLoopback(address), address).toBe(true)
  for (const address of ['10.0.0.1', '8.8.8.8', '::2', '0.0.0.0'])
    expect(isLoopback(address), address).toBe(false)
})
