import { describe, expect, it } from 'vitest'
import { normalCdf } from '../normal'
import { kolmogorovSmirnov } from '../statistics/kolmogorov-smirnov'
import { fillInvertedNormals } from './fill-inverted-normals'
import { fillNormals } from './fill-normals'
import { philox4x32 } from './philox'
import { RandomStream } from './random-stream'
import { exponential, gamma, normal, poisson } from './variates'

const draw = (count: number, one: () => number) => Float64Array.from({ length: count }, one)
const moments = (sample: Float64Array) => {
  const mean = sample.reduce((a, b) => a + b, 0) / sample.length
  const central = (k: number) => sample.reduce((sum, x) => sum + (x - mean) ** k, 0) / sample.length
  return {
    mean,
    variance: central(2),
    skewness: central(3) / central(2) ** 1.5,
    kurtosis: central(4) / central(2) ** 2,
  }
}

describe('philox4x32', () => {
  // Random123's known answers (kat_vectors, philox4x32 10)
  it.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ] as const)('counter %j, key %j', (counter, key, answer) => {
    const out = new Uint32Array(4)
    philox4x32(counter, key, out)
    expect([...out]).toEqual(answer)
  })
})

describe('RandomStream', () => {
  it('reads xoshiro128++ (answers of its authors’ code from state 1, 2, 3, 4)', () => {
    const stream = new RandomStream(0)
    Object.assign(stream, { s0: 1, s1: 2, s2: 3, s3: 4 })
    expect(Array.from({ length: 10 }, () => stream.word())).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011,
      621204420,
    ])
  })

  it('repeats by (seed, path), and differs where either does', () => {
    const first = (seed: number, path: number) => new RandomStream(seed, path).word()
    expect(first(7, 3)).toBe(first(7, 3))
    const names = [0, 1, 2, 2 ** 32, 2 ** 33 + 1].flatMap((seed) =>
      [0, 1, 2 ** 32].map((path) => first(seed, path)),
    )
    expect(new Set(names).size).toBe(names.length)
    const stream = new RandomStream(7)
    stream.seek(3)
    expect(stream.word()).toBe(first(7, 3))
    expect(() => new RandomStream(-1)).toThrow(RangeError)
    expect(() => new RandomStream(0.5)).toThrow(RangeError)
  })

  it('is uniform along a path and across paths', () => {
    const along = new RandomStream(11)
    expect(
      kolmogorovSmirnov(
        draw(20_000, () => along.uniform()),
        (x) => x,
      ).pValue,
    ).toBeGreaterThan(0.01)
    let path = 0
    const across = draw(20_000, () => new RandomStream(11, path++).uniform())
    expect(kolmogorovSmirnov(across, (x) => x).pValue).toBeGreaterThan(0.01)
  })
})

describe('variates', () => {
  it.each([
    ['by inversion', (stream: RandomStream) => draw(100_000, () => normal(stream))],
    [
      'by ziggurat',
      (stream: RandomStream) => {
        const out = new Float64Array(100_000)
        fillNormals(stream, out)
        return out
      },
    ],
  ])('normals %s have the moments and the distribution', (_name, sample) => {
    const drawn = sample(new RandomStream(2024))
    const { mean, variance, skewness, kurtosis } = moments(drawn)
    expect(Math.abs(mean)).toBeLessThan(0.01)
    expect(Math.abs(variance - 1)).toBeLessThan(0.02)
    expect(Math.abs(skewness)).toBeLessThan(0.03)
    expect(Math.abs(kurtosis - 3)).toBeLessThan(0.08)
    expect(kolmogorovSmirnov(drawn, normalCdf).pValue).toBeGreaterThan(0.01)
  })

  it('inverted normals in bulk are the same as one after the other', () => {
    const [one, bulk] = [new RandomStream(9, 4), new RandomStream(9, 4)]
    const out = new Float64Array(1000)
    fillInvertedNormals(bulk, out)
    expect([...out]).toEqual(Array.from({ length: 1000 }, () => normal(one)))
    expect(bulk.word()).toBe(one.word())
  })

  it('the ziggurat’s tail is the normal’s', () => {
    const out = new Float64Array(2_000_000)
    fillNormals(new RandomStream(5), out)
    for (const edge of [2, 3, 3.8, 4.3]) {
      const expected = 2 * normalCdf(-edge) * out.length
      const found = out.reduce((count, x) => count + (Math.abs(x) > edge ? 1 : 0), 0)
      expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(expected))
    }
  })

  // One seed's p-value is uniform, below 0.01 once in a hundred: no seed is picked, a row of them is judged. None may be
  // below 0.01 shared among all (Bonferroni), and together they must be uniform.
  it.each<[string, (stream: RandomStream) => number, (x: number) => number]>([
    ['exponentials', exponential, (x) => 1 - Math.exp(-x)],
    ['gammas of shape 2', (stream) => gamma(stream, 2), (x) => 1 - (1 + x) * Math.exp(-x)],
    // chi-square of one degree, halved
    ['gammas of shape ½', (stream) => gamma(stream, 0.5), (x) => 2 * normalCdf(Math.sqrt(2 * x)) - 1],
  ])('%s have their distribution', (_name, one, cdf) => {
    const seeds = Array.from({ length: 24 }, (_, seed) => seed + 1)
    const pValues = seeds.map((seed) => {
      const stream = new RandomStream(seed)
      return kolmogorovSmirnov(
        draw(20_000, () => one(stream)),
        cdf,
      ).pValue
    })
    expect(Math.min(...pValues)).toBeGreaterThan(0.01 / seeds.length)
    expect(kolmogorovSmirnov(pValues, (p) => p).pValue).toBeGreaterThan(0.01)
  })

  it.each([0, 0.1, 3, 16, 50])('Poisson of mean %d has its mean, variance and zeros', (mean) => {
    const stream = new RandomStream(17)
    const drawn = draw(50_000, () => poisson(stream, mean))
    const found = moments(drawn)
    const zeros = drawn.filter((count) => count === 0).length / drawn.length
    expect(Math.abs(found.mean - mean)).toBeLessThanOrEqual(4 * Math.sqrt(mean / 50_000))
    expect(Math.abs(found.variance - mean)).toBeLessThanOrEqual(
      4 * Math.sqrt((2 * mean * mean + mean) / 50_000),
    )
    expect(Math.abs(zeros - Math.exp(-mean))).toBeLessThan(0.01)
  })

  it('refuses a Poisson without a mean', () => {
    expect(() => poisson(new RandomStream(1), -1)).toThrow(RangeError)
    expect(() => poisson(new RandomStream(1), Number.NaN)).toThrow(RangeError)
  })
})
