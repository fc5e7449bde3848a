import { expect, it } from 'vitest'
import { RandomStream } from '../random/random-stream'
import { normal } from '../random/variates'
import { controlledMean } from './controlled-mean'

const draw = (seed: number, n: number) => {
  const stream = new RandomStream(seed)
  return Float64Array.from({ length: n }, () => normal(stream))
}

it('takes away what the controls explain, and says how much error is left', () => {
  const [a, b, rest] = [draw(1, 4000), draw(2, 4000), draw(3, 4000)]
  const y = a.map((x, i) => 5 + 3 * x - 2 * b[i]! + 0.1 * rest[i]!)
  const { mean, standardError } = controlledMean(y, [a, b])
  expect(Math.abs(mean - 5)).toBeLessThan(4 * standardError)
  expect(standardError / (0.1 / Math.sqrt(4000))).toBeCloseTo(1, 1)
  expect(controlledMean(y, []).standardError).toBeGreaterThan(0.05)
})

it('bears controls that do not vary or repeat each other', () => {
  const a = draw(4, 500)
  const y = a.map((x) => 1 + x)
  for (const controls of [[a.map(() => 0)], [a, a], [a, a.map(() => 0)]]) {
    const { mean, standardError } = controlledMean(y, controls)
    expect(Number.isFinite(standardError)).toBe(true)
    expect(Math.abs(mean - 1)).toBeLessThan(0.2)
  }
})

it('leaves out a control that the sample shows nothing of: it would stretch rounding to infinity', () => {
  const y = draw(5, 500)
  const unseen = draw(6, 500).map((x) => -0.02 + 1e-17 * x)
  expect(controlledMean(y, [unseen])).toEqual(controlledMean(y, []))
})
