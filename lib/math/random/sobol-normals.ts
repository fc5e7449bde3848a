import { normalQuantile } from '../elementary/normal-quantile'
import { owenScramble } from './owen-scramble'
import { RandomStream } from './random-stream'
import { SobolSequence } from './sobol'

/** Owen-scrambled Sobol points, one after the other; every bit fixed by (dimensions, seed, index). */
export type ScrambledSobol = {
  readonly dimensions: number
  /** writes the next point, each coordinate uniform in (0, 1), ends excluded */
  uniforms(out: Float64Array): void
  /** writes the next point as independent standard normals */
  normals(out: Float64Array): void
}

export function scrambledSobol(dimensions: number, seed: number): ScrambledSobol {
  const sequence = new SobolSequence(dimensions)
  const stream = new RandomStream(seed)
  const seeds = Int32Array.from({ length: dimensions }, () => stream.word())
  const words = new Int32Array(dimensions)
  const uniform = (d: number) => ((owenScramble(words[d]!, seeds[d]!) >>> 0) + 0.5) / 4_294_967_296
  return {
    dimensions,
    uniforms(out) {
      sequence.next(words)
      for (let d = 0; d < dimensions; d++) out[d] = uniform(d)
    },
    normals(out) {
      sequence.next(words)
      for (let d = 0; d < dimensions; d++) out[d] = normalQuantile(uniform(d))
    },
  }
}
