function reverseBits(word: number): number {
  let x = word
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1)
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2)
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4)
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8)
  return (x >>> 16) | (x << 16)
}

/**
 * Owen's nested uniform scrambling of one coordinate of a digital net, by hashing: each bit is flipped or not depending
 * on the bits above it. Keeps the net's evenness; over random seeds every point is uniform, so that the spread of
 * the estimates measures their error.
 * Source: Burley (2020), “Practical hash-based Owen scrambling”, after Laine & Karras (2011); Vegdahl's constants (2021).
 *
 * @param seed one for each dimension, well mixed
 */
export function owenScramble(word: number, seed: number): number {
  let x = reverseBits(word)
  x ^= Math.imul(x, 0x3d20adea)
  x = (x + seed) | 0
  x = Math.imul(x, (seed >>> 16) | 1)
  x ^= Math.imul(x, 0x05526c56)
  x ^= Math.imul(x, 0x53a22864)
  return reverseBits(x)
}
