import type { GaussianProcess, Process } from '../processes/process'
import { fillNormals } from '../random/fill-normals'
import { RandomStream } from '../random/random-stream'
import { normal } from '../random/variates'

/** Writes path number `index`, values at the times asked for, into a buffer it keeps using. */
export type PathGenerator = {
  readonly times: readonly number[]
  path(index: number): Float64Array
  /** the path driven by the same normals with opposite signs, where the process is driven by normals */
  mirrored?(index: number): Float64Array
}

function stepsOf(times: readonly number[]): number[] {
  const steps = times.map((time, i) => time - (i === 0 ? 0 : times[i - 1]!))
  if (steps.some((step) => !(step > 0))) throw new RangeError('The times of a path increase from above zero.')
  return steps
}

/** Paths of any process by its exact draws; path `index` depends on (seed, index) alone. Every bit fixed. */
export function samplePaths(process: Process, times: readonly number[], seed: number): PathGenerator {
  const steps = stepsOf(times)
  const stream = new RandomStream(seed)
  const out = new Float64Array(times.length)
  return {
    times,
    path(index) {
      stream.seek(index)
      let x = process.start
      for (let i = 0; i < steps.length; i++) {
        x = process.sample(x, steps[i]!, stream)
        out[i] = x
      }
      return out
    },
  }
}

/**
 * Paths of a process driven by normals, with their mirror images.
 * @param fast normals by ziggurat instead of by inversion: quicker, bits may differ between engines
 */
export function gaussianPaths(
  process: GaussianProcess,
  times: readonly number[],
  seed: number,
  fast = false,
): Required<PathGenerator> {
  const steps = stepsOf(times)
  const stream = new RandomStream(seed)
  const out = new Float64Array(times.length)
  const z = new Float64Array(times.length)
  const path = (index: number, sign: 1 | -1) => {
    stream.seek(index)
    if (fast) fillNormals(stream, z)
    else for (let i = 0; i < z.length; i++) z[i] = normal(stream)
    let x = process.start
    for (let i = 0; i < steps.length; i++) {
      x = process.step(x, steps[i]!, sign * z[i]!)
      out[i] = x
    }
    return out
  }
  return { times, path: (index) => path(index, 1), mirrored: (index) => path(index, -1) }
}
