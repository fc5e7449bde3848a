import { isIPv6 } from 'node:net'

/**
 * Who asks: the address of the connection, or, behind so many proxies of our own, the one that the outermost of them saw.
 * What stands further left in X-Forwarded-For anyone can write there. Of an IPv6 address the network alone counts (64
 * bits), as a household has all the rest.
 *
 * @param peer address of the connection
 * @param proxies how many proxies of our own stand before us
 */
export function clientOf(peer: string, forwarded: string | null, proxies: number): string {
  if (proxies === 0) return networkOf(peer)
  const seen = (forwarded ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const client = seen.at(-proxies) ?? seen[0] ?? peer
  return networkOf(client)
}

function networkOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(bare)) return bare
  const [head = '', tail] = bare.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const all =
    tail === undefined
      ? left
      : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${all
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')}::/64`
}
