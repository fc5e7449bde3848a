import { type Hex, hexToBytes, keccak256 } from 'viem'

const BLOOM_BYTES = 256

/** The three bits (0–2047) by which a value stands in a log bloom: low 11 bits of the first three 16-bit words of its hash. */
function bitsOf(value: Hex): [number, number, number] {
  const hash = hexToBytes(keccak256(hexToBytes(value)))
  const bit = (at: number) => ((hash[at]! << 8) | hash[at + 1]!) & 2047
  return [bit(0), bit(2), bit(4)]
}

const cache = new Map<Hex, [number, number, number]>()

function cachedBits(value: Hex) {
  let bits = cache.get(value)
  if (!bits) {
    bits = bitsOf(value)
    if (cache.size > 10_000) cache.clear()
    cache.set(value, bits)
  }
  return bits
}

function has(bloom: Uint8Array, value: Hex): boolean {
  return cachedBits(value).every((bit) => ((bloom[BLOOM_BYTES - 1 - (bit >> 3)]! >> (bit & 7)) & 1) === 1)
}

/**
 * Whether a block with this `logsBloom` can hold a log of one of the addresses. `false` is certain; `true` means maybe
 * (Yellow Paper, section 4.3.1).
 */
export function mayHoldLogsOf(logsBloom: Hex, addresses: readonly Hex[]): boolean {
  const bloom = hexToBytes(logsBloom)
  return addresses.some((address) => has(bloom, address.toLowerCase() as Hex))
}

/** The bloom of a set of logs: addresses and topics. */
export function bloomOf(logs: readonly { address: Hex; topics: readonly Hex[] }[]): Uint8Array {
  const bloom = new Uint8Array(BLOOM_BYTES)
  for (const log of logs)
    for (const value of [log.address.toLowerCase() as Hex, ...log.topics])
      for (const bit of cachedBits(value)) bloom[BLOOM_BYTES - 1 - (bit >> 3)]! |= 1 << (bit & 7)
  return bloom
}

/** The share of bits set: near one, a bloom says maybe to everything and proves nothing. */
export function bloomFill(logsBloom: Hex): number {
  let set = 0
  for (const byte of hexToBytes(logsBloom)) for (let rest = byte; rest > 0; rest &= rest - 1) set++
  return set / (BLOOM_BYTES * 8)
}
