import { describe, expect, it } from 'vitest'
import { normalCdf } from '../normal'
import { mertonJumpDiffusion } from '../processes/merton-jump-diffusion'
import { fillInvertedNormals } from '../random/fill-inverted-normals'
import { fillNormals } from '../random/fill-normals'
import { RandomStream } from '../random/random-stream'
import { kolmogorovSmirnov } from '../statistics/kolmogorov-smirnov'
import { fillJumpDiffusion, fillTerminalValues } from './batch'

const jumps = { start: 10, drift: 0.07, volatility: 0.3, intensity: 6, jumpMean: -0.1, jumpDeviation: 0.2 }

describe.each([
  ['fast', fillNormals],
  ['the receipt’s', fillInvertedNormals],
])('%s path', (_name, fill) => {
  it('draws geometric Brownian motion from its own distribution', () => {
    const out = new Float64Array(40_000)
    fillTerminalValues({ start: 100, drift: 0.05, volatility: 0.4 }, 2, new RandomStream(1), out, fill)
    const cdf = (x: number) => normalCdf((Math.log(x / 100) - (0.05 - 0.08) * 2) / (0.4 * Math.SQRT2))
    expect(kolmogorovSmirnov(out, cdf).pValue).toBeGreaterThan(0.01)
  })

  it('walks the jump diffusion to its mean, variance and distribution', () => {
    const out = new Float64Array(40_000)
    fillJumpDiffusion(jumps, 1, 52, new RandomStream(2), out, fill)
    const process = mertonJumpDiffusion(jumps)
    const mean = out.reduce((a, b) => a + b) / out.length
    expect(Math.abs(mean - process.expectation(10, 1))).toBeLessThan(
      4 * Math.sqrt(process.variance(10, 1) / out.length),
    )
    const compensator = 6 * (Math.exp(-0.1 + 0.02) - 1)
    const cdf = (x: number) => {
      let sum = 0
      let weight = Math.exp(-6)
      for (let n = 0; n < 60; n++) {
        sum +=
          weight *
          normalCdf((Math.log(x / 10) - (0.07 - compensator - 0.045 - 0.1 * n)) / Math.sqrt(0.09 + 0.04 * n))
        weight *= 6 / (n + 1)
      }
      return sum
    }
    expect(kolmogorovSmirnov(out, cdf).pValue).toBeGreaterThan(0.01)
  })
})
