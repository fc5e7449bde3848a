/** High 32 bits of the 64-bit product of two unsigned 32-bit words. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const middle = (aHigh * bLow + ((aLow * bLow) >>> 16)) >>> 0
  const other = (aLow * bHigh + (middle & 0xffff)) >>> 0
  return (aHigh * bHigh + (middle >>> 16) + (other >>> 16)) >>> 0
}

/**
 * Philox4x32-10: a keyed bijection of 128-bit counters whose outputs are random words; any point of any stream is
 * reached at once. Writes four unsigned words into `out`.
 * Source: Salmon, Moraes, Dror & Shaw (2011), “Parallel random numbers: as easy as 1, 2, 3”.
 */
export function philox4x32(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
  out: Uint32Array,
): void {
  let [c0, c1, c2, c3] = counter
  let [k0, k1] = key
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(0xd2511f53, c0 >>> 0)
    const low0 = Math.imul(0xd2511f53, c0)
    const high1 = multiplyHigh(0xcd9e8d57, c2 >>> 0)
    const low1 = Math.imul(0xcd9e8d57, c2)
    c0 = high1 ^ c1 ^ k0
    c1 = low1
    c2 = high0 ^ c3 ^ k1
    c3 = low0
    k0 = (k0 + 0x9e3779b9) | 0
    k1 = (k1 + 0xbb67ae85) | 0
  }
  out[0] = c0
  out[1] = c1
  out[2] = c2
  out[3] = c3
}
