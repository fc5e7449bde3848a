import { fillJumpDiffusion, fillTerminalValues, type NormalFiller } from '@/lib/math/monte-carlo/batch'
import { fillInvertedNormals } from '@/lib/math/random/fill-inverted-normals'
import { fillNormals } from '@/lib/math/random/fill-normals'
import { RandomStream } from '@/lib/math/random/random-stream'
import { best } from './timing'

const gbm = { start: 100, drift: 0.05, volatility: 0.2 }
const jumps = { ...gbm, intensity: 3, jumpMean: -0.1, jumpDeviation: 0.15 }

/** Milliseconds, best of several, for 1,000,000 GBM terminal values and 100,000 × 52 jump-diffusion steps. */
export function measurePaths() {
  const values = new Float64Array(1_000_000)
  const ends = new Float64Array(100_000)
  const terminal = (fill: NormalFiller) =>
    best(7, () => fillTerminalValues(gbm, 1, new RandomStream(1), values, fill))
  const jumped = (fill: NormalFiller) =>
    best(7, () => fillJumpDiffusion(jumps, 1, 52, new RandomStream(1), ends, fill))
  return {
    gbm: { fast: terminal(fillNormals), receipt: terminal(fillInvertedNormals) },
    jumps: { fast: jumped(fillNormals), receipt: jumped(fillInvertedNormals) },
  }
}
