import { fillInvertedNormals } from '@/lib/math/random/fill-inverted-normals'
import { RandomStream } from '@/lib/math/random/random-stream'
import { poissonQuantile } from '@/lib/math/random/variates'
import { keepLast } from './keep'

/** Draws that are kept come to at most this many numbers at a time (16 MB). */
const MOST_KEPT = 2_000_000

/** Uniform of the time of failure, then standard normals, of path pair after path pair. */
type Kept = { deaths: Float64Array; normals: Float64Array }

const keep = keepLast<Kept>(3)

/**
 * The chance behind path pairs, by (seed, pair) alone: writes a pair's normals and returns its uniform. Inverting
 * uniforms is a third of a valuation's work, and valuations of one horizon ask for the same ones: they are kept, unless
 * there are too many.
 */
export function pairDraws(
  seed: number,
  pairs: number,
  size: number,
): (pair: number, z: Float64Array) => number {
  const stream = new RandomStream(seed)
  const draw = (pair: number, z: Float64Array) => {
    stream.seek(pair)
    const death = stream.uniform()
    fillInvertedNormals(stream, z)
    return death
  }
  if (pairs * (size + 1) > MOST_KEPT) return draw
  const { deaths, normals } = keep(`${seed} ${pairs} ${size}`, () => {
    const made: Kept = { deaths: new Float64Array(pairs), normals: new Float64Array(pairs * size) }
    for (let pair = 0; pair < pairs; pair++)
      made.deaths[pair] = draw(pair, made.normals.subarray(pair * size, (pair + 1) * size))
    return made
  })
  return (pair, z) => {
    z.set(normals.subarray(pair * size, (pair + 1) * size))
    return deaths[pair]!
  }
}

/** Jumps are read from streams far from those of the normals, so that a model without them reads the same as before. */
const JUMP_STREAMS = 2 ** 44

/**
 * Numbers of jumps of a pair of paths, month after month in each network, Poisson with these means, and the normal
 * that sums up their sizes.
 */
export function jumpDraws(
  seed: number,
  pair: number,
  means: readonly number[],
  counts: Int32Array,
  sizes: Float64Array,
): void {
  const stream = new RandomStream(seed, JUMP_STREAMS + pair)
  fillInvertedNormals(stream, sizes)
  for (let at = 0; at < counts.length; at++) {
    const mean = means[at % means.length]!
    counts[at] = mean > 0 ? poissonQuantile(stream.uniform(), mean) : 0
  }
}
