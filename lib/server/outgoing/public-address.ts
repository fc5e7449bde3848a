import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * Addresses that are not on the public internet: IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890 and its
 * successors), multicast, and the translations that would lead to them.
 */
// two lists: one alone would judge an IPv4 address by the IPv6 nets as well, as ::ffff:a.b.c.d
const notPublic4 = new BlockList()
const notPublic6 = new BlockList()
const ipv4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
for (const [net, prefix] of ipv4) notPublic4.addSubnet(net, prefix, 'ipv4')
/* only 2000::/3 is given out; of it, what is special */
const ipv6: [string, number][] = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]
for (const [net, prefix] of ipv6) notPublic6.addSubnet(net, prefix, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether an address is one of the public internet; text that is no address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic4.check(address, 'ipv4')
  return isIPv6(address) && !address.includes('%') && !notPublic6.check(address, 'ipv6')
}

/** Whether an address is this machine’s own. */
export function isLoopback(address: string): boolean {
  if (isIPv4(address)) return loopback.check(address, 'ipv4')
  return isIPv6(address) && loopback.check(address, 'ipv6')
}
