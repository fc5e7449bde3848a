import { philox4x32 } from './philox'

const block = new Uint32Array(4)
const TWO32 = 4_294_967_296

/**
 * A stream of random words, named by (seed, path): Philox turns the name into the start of an xoshiro128++ sequence
 * (Blackman & Vigna 2019; period 2¹²⁸ − 1), so that streams are independent, reached at once, and quick to read.
 * The same on every JavaScript engine.
 */
export class RandomStream {
  s0 = 0
  s1 = 0
  s2 = 0
  s3 = 0
  readonly seed: number

  /** @param seed whole, 0 … 2⁵³ − 1  @param path whole, 0 … 2⁵³ − 1 */
  constructor(seed: number, path = 0) {
    if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`${seed} is not a seed: 0 … 2⁵³ − 1.`)
    this.seed = seed
    this.seek(path)
  }

  /** Goes to the start of another path of the same seed. */
  seek(path: number): void {
    philox4x32([path | 0, (path / TWO32) | 0, 0, 0], [this.seed | 0, (this.seed / TWO32) | 0], block)
    this.s0 = block[0]! | 0
    this.s1 = block[1]! | 0
    this.s2 = block[2]! | 0
    this.s3 = block[3]! | 0
  }

  /** An unsigned 32-bit word. */
  word(): number {
    const { s0, s1, s3 } = this
    let s2 = this.s2 ^ s0
    const sum = (s0 + s3) | 0
    const result = (((sum << 7) | (sum >>> 25)) + s0) >>> 0
    const t = s3 ^ s1
    this.s1 = s1 ^ s2
    this.s0 = s0 ^ t
    s2 ^= s1 << 9
    this.s2 = s2
    this.s3 = (t << 11) | (t >>> 21)
    return result
  }

  /** Uniform in (0, 1), ends excluded, 52 bits. */
  uniform(): number {
    return ((this.word() >>> 6) * 67_108_864 + (this.word() >>> 6) + 0.5) / 4_503_599_627_370_496
  }
}
