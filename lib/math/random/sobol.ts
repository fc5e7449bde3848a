import { JOE_KUO } from './generated/joe-kuo'

const BITS = 32
const words = JOE_KUO.split(' ')

/** Dimensions that the table of direction numbers covers. */
export const SOBOL_DIMENSIONS = words.length

/**
 * A Sobol sequence in up to 1,200 dimensions: points that fill the unit cube more evenly than chance.
 * Source: Sobol (1967); direction numbers of Joe & Kuo (2008); Gray-code order of Antonov & Saleev (1979), in which any
 * first 2^m points are the same set as in the plain order.
 */
export class SobolSequence {
  readonly dimensions: number
  /** index of the point that `next` gives, 0 … 2³² − 1 */
  index = 0
  private readonly directions: Int32Array
  private readonly state: Int32Array

  constructor(dimensions: number) {
    if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > SOBOL_DIMENSIONS)
      throw new RangeError(`A Sobol sequence has 1 … ${SOBOL_DIMENSIONS} dimensions, not ${dimensions}.`)
    this.dimensions = dimensions
    this.directions = new Int32Array(dimensions * BITS)
    this.state = new Int32Array(dimensions)
    for (let d = 0; d < dimensions; d++)
      writeDirections(d, this.directions.subarray(d * BITS, (d + 1) * BITS))
  }

  /** Goes to the point with this index. */
  seek(index: number): void {
    this.index = index
    const gray = (index ^ (index >>> 1)) >>> 0
    this.state.fill(0)
    for (let bit = 0; bit < BITS; bit++)
      if ((gray >>> bit) & 1)
        for (let d = 0; d < this.dimensions; d++) this.state[d]! ^= this.directions[d * BITS + bit]!
  }

  /** Writes the next point's coordinates as 32-bit words: the coordinate is the unsigned word / 2³². */
  next(out: Int32Array): void {
    out.set(this.state)
    this.index += 1
    const bit = 31 - Math.clz32(this.index & -this.index)
    if (bit >= 0) for (let d = 0; d < this.dimensions; d++) this.state[d]! ^= this.directions[d * BITS + bit]!
  }
}

/** Direction numbers of one dimension, highest bit first, by the recurrence of its primitive polynomial. */
function writeDirections(dimension: number, out: Int32Array): void {
  const [head = '', tail = ''] = (words[dimension] ?? '').split(':')
  const polynomial = Number.parseInt(head, 36)
  const initial = tail.split('.').map((digit) => Number.parseInt(digit, 36))
  const degree = 31 - Math.clz32(polynomial)
  for (let k = 0; k < BITS; k++) {
    // the first dimension is van der Corput's: all m are 1
    if (degree === 0) out[k] = 1 << (31 - k)
    else if (k < degree) out[k] = (initial[k] ?? 0) << (31 - k)
    else {
      let v = out[k - degree]! ^ (out[k - degree]! >>> degree)
      for (let j = 1; j < degree; j++) if ((polynomial >>> (degree - j)) & 1) v ^= out[k - j]!
      out[k] = v
    }
  }
}
