import { describe, expect, it } from 'vitest'
import { brownianBridge } from './brownian-bridge'
import { SOBOL_DIMENSIONS, SobolSequence } from './sobol'
import { scrambledSobol } from './sobol-normals'

const point = (sequence: SobolSequence) => {
  const words = new Int32Array(sequence.dimensions)
  sequence.next(words)
  return [...words].map((word) => (word >>> 0) / 2 ** 32)
}

describe('SobolSequence', () => {
  it('begins as Joe and Kuo print it', () => {
    // first points of their own program’s output with new-joe-kuo-6.21201, dimensions 1–3
    const sequence = new SobolSequence(3)
    expect(Array.from({ length: 8 }, () => point(sequence))).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ])
  })

  it('equals SciPy’s points far out: index 1,000, dimensions 1, 2, 3, 50, 500, 1,200', () => {
    const sequence = new SobolSequence(SOBOL_DIMENSIONS)
    sequence.seek(1000)
    const found = point(sequence)
    expect([0, 1, 2, 49, 499, 1199].map((d) => found[d]! * 1024)).toEqual([225, 99, 531, 491, 261, 685])
  })

  it('reaches a point by index or one after the other', () => {
    const walked = new SobolSequence(5)
    for (let i = 0; i < 77; i++) point(walked)
    const sought = new SobolSequence(5)
    sought.seek(77)
    expect(point(sought)).toEqual(point(walked))
    expect(() => new SobolSequence(1201)).toThrow(RangeError)
    expect(() => new SobolSequence(0)).toThrow(RangeError)
  })
})

describe('scrambledSobol', () => {
  it('keeps one point in each of 2^m intervals, in every dimension and under every seed', () => {
    for (const seed of [0, 1, 99]) {
      const source = scrambledSobol(SOBOL_DIMENSIONS, seed)
      const out = new Float64Array(SOBOL_DIMENSIONS)
      const seen = Array.from(out, () => new Set<number>())
      for (let i = 0; i < 256; i++) {
        source.uniforms(out)
        for (const [d, u] of out.entries()) seen[d]!.add(Math.floor(u * 256))
      }
      expect(seen.every((cells) => cells.size === 256)).toBe(true)
    }
  })

  it('keeps the first pair of dimensions a (0, m, 2)-net: every 16 × 16 box holds one of 256 points', () => {
    const source = scrambledSobol(2, 5)
    const out = new Float64Array(2)
    const boxes = new Set<number>()
    for (let i = 0; i < 256; i++) {
      source.uniforms(out)
      boxes.add(Math.floor(out[0]! * 16) * 16 + Math.floor(out[1]! * 16))
    }
    expect(boxes.size).toBe(256)
  })

  it('is unbiased over seeds, with a far smaller error than chance', () => {
    // E[u v w] = 1/8; plain sampling of 1,024 points has a deviation of 0.0046
    const estimates = Array.from({ length: 64 }, (_, seed) => {
      const source = scrambledSobol(3, seed)
      const out = new Float64Array(3)
      let sum = 0
      for (let i = 0; i < 1024; i++) {
        source.uniforms(out)
        sum += out[0]! * out[1]! * out[2]!
      }
      return sum / 1024
    })
    const mean = estimates.reduce((a, b) => a + b) / 64
    const deviation = Math.sqrt(estimates.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 63)
    expect(deviation).toBeLessThan(4e-4)
    expect(Math.abs(mean - 0.125)).toBeLessThan(4 * (deviation / 8))
  })
})

describe('brownianBridge', () => {
  it.each([[[1]], [[0.5, 1, 1.5, 2]], [[0.1, 0.5, 0.6, 2, 2.5, 7, 7.1]]])(
    'has the covariance min(s, t) at %j',
    (times) => {
      const bridge = brownianBridge(times)
      const n = times.length
      const columns = times.map((_, k) => {
        const path = new Float64Array(n)
        bridge(
          Float64Array.from({ length: n }, (_unused, i) => (i === k ? 1 : 0)),
          path,
        )
        return path
      })
      for (let s = 0; s < n; s++)
        for (let t = 0; t < n; t++)
          expect(columns.reduce((sum, path) => sum + path[s]! * path[t]!, 0)).toBeCloseTo(
            Math.min(times[s]!, times[t]!),
            12,
          )
    },
  )

  it('refuses times that do not increase', () => {
    expect(() => brownianBridge([1, 1])).toThrow(RangeError)
    expect(() => brownianBridge([0, 1])).toThrow(RangeError)
  })
})
